package io.earshot.console.access.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The cookie that holds a session's id. Scripts can't read it, and no other site's page can have it
 * sent.
 *
 * @param secure whether people come by HTTPS: then the browser sends it by nothing else, and takes
 *     it from this very host alone
 */
public record SessionCookie(boolean secure) {
  private static final String NAME = "earshot_session";

  String name() {
    return secure ? "__Host-" + NAME : NAME;
  }

  Optional<String> read(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(name())).map(Cookie::getValue);
  }

  /** The header's value that sets it. */
  String set(String id) {
    return cookie(id).encode();
  }

  /** The header's value that takes it away. */
  String clear() {
    return cookie("").setMaxAge(0).encode();
  }

  private Cookie cookie(String id) {
    return Cookie.cookie(name(), id)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }
}
