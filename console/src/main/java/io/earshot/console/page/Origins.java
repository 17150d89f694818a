package io.earshot.console.page;

import io.earshot.console.http.Api;
import io.earshot.console.http.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a browser sends for pages of other sites: requests that change something, and, where
 * this machine alone is served, requests under a name that is not this machine's (which another
 * site's name becomes when its address is changed after its page was loaded).
 */
public final class Origins implements Handler<RoutingContext> {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean loopback;
  private final Optional<URI> publicUrl;

  /**
   * @param loopback whether only this machine is served
   * @param publicUrl under which people come through a proxy
   */
  public Origins(boolean loopback, Optional<URI> publicUrl) {
    this.loopback = loopback;
    this.publicUrl = publicUrl;
  }

  @Override
  public void handle(RoutingContext request) {
    if (loopback && !isKnownHost(request.request())) {
      Api.fail(request, Problem.misdirected("This machine is not served under that name"));
    } else if (!SAFE.contains(request.request().method()) && isForeign(request.request())) {
      Api.fail(request, Problem.forbidden("Requests of other sites' pages are not taken"));
    } else {
      request.next();
    }
  }

  private boolean isKnownHost(HttpServerRequest request) {
    if (request.authority() == null) {
      return false;
    }
    String host = request.authority().host().toLowerCase(Locale.ROOT);
    return THIS_MACHINE.contains(host)
        || THIS_MACHINE.contains("[" + host + "]")
        || publicUrl.map(URI::getHost).filter(host::equalsIgnoreCase).isPresent();
  }

  /** Programs send neither header; browsers send at least one of them. */
  private boolean isForeign(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = request.getHeader("Origin");
    return origin != null && !isOwn(origin, request);
  }

  private boolean isOwn(String origin, HttpServerRequest request) {
    if (publicUrl.map(Origins::origin).filter(origin::equalsIgnoreCase).isPresent()) {
      return true;
    }
    String scheme = request.isSSL() ? "https://" : "http://";
    return request.authority() != null && origin.equalsIgnoreCase(scheme + request.authority());
  }

  private static String origin(URI url) {
    return "%s://%s".formatted(url.getScheme(), url.getAuthority());
  }
}
