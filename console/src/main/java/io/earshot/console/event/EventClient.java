package io.earshot.console.event;

import io.earshot.console.access.Caller;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One open page. What is sent waits in a bounded queue; a page that does not keep up is dropped,
 * and may come back. Safe for many threads.
 */
final class EventClient {
  private static final int MOST_WAITING = 256;
  private static final int MOST_BYTES = 256 << 10;

  private final Caller caller;
  private final RoutingContext request;
  private final HttpServerResponse response;
  private final Context context;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile Runnable closed = () -> {};

  EventClient(Caller caller, RoutingContext request) {
    this.caller = caller;
    this.request = request;
    this.response = request.response();
    this.context = request.vertx().getOrCreateContext();
  }

  Caller caller() {
    return caller;
  }

  RoutingContext request() {
    return request;
  }

  Vertx vertx() {
    return request.vertx();
  }

  /** To be called on the event loop, once. */
  void open(Runnable whenClosed) {
    closed = whenClosed;
    response
        .setChunked(true)
        .setWriteQueueMaxSize(MOST_BYTES)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no")
        .closeHandler(gone -> closed.run())
        .exceptionHandler(broken -> closed.run());
    request.request().resume();
    response.write("retry: 3000\n\n");
  }

  /** Sends a text of the protocol, such as {@code event: x\ndata: {}\n\n}. */
  void send(String text) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      drop();
      return;
    }
    context.runOnContext(
        now -> {
          waiting.decrementAndGet();
          write(text);
        });
  }

  private void write(String text) {
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.writeQueueFull()) {
      drop();
    } else {
      response.write(text);
    }
  }

  /** Ends the stream in order. */
  void end() {
    context.runOnContext(
        now -> {
          if (!response.closed() && !response.ended()) {
            response.end();
          }
        });
  }

  /** Ends it at once, whatever still waits; its connection lives until it is read or broken. */
  private void drop() {
    closed.run();
    request.request().connection().close();
  }
}
