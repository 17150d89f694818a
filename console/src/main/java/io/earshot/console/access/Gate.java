package io.earshot.console.access;

import io.earshot.console.http.Problem;
import io.vertx.ext.web.RoutingContext;

/** Finds out who sends a request. Asked on worker threads: it may block. */
public interface Gate {

  /**
   * The caller, by session cookie or bearer token. For requests that change something with a
   * session, the CSRF token is required too.
   *
   * @throws io.earshot.console.http.Problem with status 401 when nobody is signed in, 403 when the
   *     CSRF token is missing or wrong
   */
  Caller identify(RoutingContext request);

  /** The sender of a request that nobody need be signed in for. */
  default Caller stranger(RoutingContext request) {
    return Caller.stranger(request.request().remoteAddress().hostAddress());
  }

  /**
   * Whether the sender of a request that goes on, such as one that listens to events, is still
   * signed in. Unlike {@link #identify} this is no sign that the user is there.
   */
  default boolean stillAdmits(RoutingContext request) {
    try {
      identify(request);
      return true;
    } catch (Problem e) {
      return false;
    }
  }
}
