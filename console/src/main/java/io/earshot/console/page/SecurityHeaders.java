package io.earshot.console.page;

import io.earshot.console.access.Secrets;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What a browser is told about every answer: run no script and load nothing that is not ours, show
 * it in no other page, guess no types, tell no other site where one came from.
 */
public final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String NONCE = "earshot.nonce";
  private static final String TWO_YEARS = "max-age=63072000";
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self' 'nonce-%s'",
          "img-src 'self' data: blob:",
          "media-src 'self' blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "worker-src 'self'",
          "frame-src 'none'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private final boolean secure;

  /**
   * @param secure whether people come by HTTPS, and shall never come by anything else
   */
  public SecurityHeaders(boolean secure) {
    this.secure = secure;
  }

  @Override
  public void handle(RoutingContext request) {
    String nonce = Secrets.random();
    request.put(NONCE, nonce);
    String policy = POLICY.formatted(nonce) + (isApi(request) ? "; sandbox" : "");
    HttpServerResponse response = request.response();
    response
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader(
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), display-capture=()")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) {
      response.putHeader("Strict-Transport-Security", TWO_YEARS);
    }
    request.next();
  }

  /** An answer of the API that is opened as a document may do nothing at all. */
  private static boolean isApi(RoutingContext request) {
    return request.normalizedPath().startsWith("/api/");
  }

  /** What a style in this answer must carry to be applied. */
  static String nonce(RoutingContext request) {
    return request.get(NONCE);
  }
}
