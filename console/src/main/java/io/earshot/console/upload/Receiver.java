package io.earshot.console.upload;

import io.earshot.console.http.Api;
import io.earshot.console.http.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Receives bodies: the part that is the same whatever they hold. Safe for many threads. */
final class Receiver {
  private static final long LINGER_MS = 5_000;

  private final UploadSettings settings;

  Receiver(UploadSettings settings) {
    this.settings = settings;
  }

  /** Receives one, and answers. */
  void receive(RoutingContext request, Callable<Reception> begin) {
    Vertx vertx = request.vertx();
    vertx
        .executeBlocking(begin, false)
        .compose(reception -> arrive(request.request(), reception, vertx))
        .onSuccess(
            reply -> {
              drain(request);
              Api.write(request, reply);
            })
        .onFailure(
            failure -> {
              drain(request);
              Api.fail(request, failure);
            });
  }

  private Future<Reply> arrive(HttpServerRequest request, Reception reception, Vertx vertx) {
    Optional<Reply> known = reception.answer();
    if (known.isPresent()) {
      return Future.succeededFuture(known.get());
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    Arrival arrival = new Arrival(request, reception, settings, vertx);
    reception.onInterrupt(arrival::interrupt);
    return arrival
        .run()
        .recover(
            failure ->
                vertx
                    .executeBlocking(() -> reception.broken(failure), false)
                    .compose(Future::failedFuture))
        .compose(whole -> vertx.executeBlocking(reception::complete, false));
  }

  /**
   * What still comes is thrown away for a while, since a sender that meets a closed connection does
   * not read the answer.
   */
  private static void drain(RoutingContext request) {
    HttpServerRequest body = request.request();
    if (body.isEnded()) {
      return;
    }
    long linger = request.vertx().setTimer(LINGER_MS, late -> body.connection().close());
    body.endHandler(end -> request.vertx().cancelTimer(linger)).handler(rest -> {});
    body.exceptionHandler(broken -> request.vertx().cancelTimer(linger)).resume();
  }
}
