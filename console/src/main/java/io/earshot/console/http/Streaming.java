package io.earshot.console.http;

import io.vertx.ext.web.RoutingContext;

/**
 * An operation that writes its answer, or reads its body, piece by piece. Called on the event loop
 * after all checks: it must not block.
 */
@FunctionalInterface
public interface Streaming {
  void answer(Call call, RoutingContext request);
}
