package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * A body on its way to where it goes, piece by piece; while a piece is dealt with nothing more is
 * read. Everything here runs on the request's event loop, but for the dealing.
 */
final class Arrival {
  private static final int PIECE_BYTES = 256 << 10;

  private final Promise<Void> whole = Promise.promise();
  private final HttpServerRequest request;
  private final Sink sink;
  private final UploadSettings settings;
  private final Vertx vertx;
  private final Context context;
  private final long beganAt = System.nanoTime();
  private Buffer waiting = Buffer.buffer();
  private Throwable broken;
  private boolean ended;
  private boolean pouring;
  private long bytes;
  private long pouredNanos;
  private long lastAt = beganAt;

  Arrival(HttpServerRequest request, Sink sink, UploadSettings settings, Vertx vertx) {
    this.request = request;
    this.sink = sink;
    this.settings = settings;
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  /**
   * Begins.
   *
   * @return succeeds when the sink has all of it; fails when the sink wants no more, or the body
   *     breaks off, stands still or is too slow. The sink has what came until then
   */
  Future<Void> run() {
    request.exceptionHandler(closed -> breakOff(Problem.invalid("The body did not come whole")));
    request.handler(this::take);
    request.endHandler(end -> end());
    long watch = vertx.setPeriodic(settings.patience().toMillis() / 4 + 1, timer -> watch());
    request.resume();
    return whole.future().onComplete(end -> vertx.cancelTimer(watch));
  }

  /** Ends it from any thread. */
  void interrupt(Throwable why) {
    context.runOnContext(then -> breakOff(why));
  }

  private void breakOff(Throwable why) {
    if (broken == null) {
      broken = why;
    }
    end();
  }

  private void end() {
    ended = true;
    pour();
  }

  private void take(Buffer part) {
    if (broken != null || whole.future().isComplete()) {
      return;
    }
    bytes += part.length();
    lastAt = System.nanoTime();
    waiting.appendBuffer(part);
    if (waiting.length() >= PIECE_BYTES) {
      request.pause();
      pour();
    }
  }

  private void pour() {
    if (pouring || whole.future().isComplete()) {
      return;
    }
    if (waiting.length() == 0) {
      settle();
      return;
    }
    byte[] piece = waiting.getBytes();
    waiting = Buffer.buffer();
    pouring = true;
    long from = System.nanoTime();
    vertx
        .executeBlocking(
            () -> {
              sink.take(piece);
              return null;
            },
            false)
        .onComplete(done -> poured(done, from));
  }

  private void poured(AsyncResult<?> done, long from) {
    pouring = false;
    lastAt = System.nanoTime();
    pouredNanos += lastAt - from;
    if (done.failed()) {
      whole.tryFail(done.cause());
    } else if (ended) {
      pour();
    } else {
      request.resume();
    }
  }

  private void settle() {
    if (broken != null) {
      whole.tryFail(broken);
    } else if (ended) {
      whole.tryComplete();
    }
  }

  /** The time that we take to write is not the sender's. */
  private void watch() {
    long patience = settings.patience().toNanos();
    long now = System.nanoTime();
    if (pouring) {
      return;
    }
    if (now - lastAt > patience) {
      breakOff(Problem.late("Nothing came for " + words(settings.patience())));
      return;
    }
    long spent = now - beganAt - pouredNanos;
    if (spent > patience && bytes < settings.slowest() * (spent / 1e9)) {
      breakOff(
          Problem.late(
              "Less than %d bytes a second came (uploads.slowest)".formatted(settings.slowest())));
    }
  }

  private static String words(Duration time) {
    return time.toSeconds() + " s (uploads.patience)";
  }
}
