package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A body on its way to a file. Everything here runs on the request's event loop. */
final class Arrival {
  private static final long STALLED_MS = 60_000;
  private static final int WRITE_QUEUE_BYTES = 1 << 20;

  private final Promise<Void> whole = Promise.promise();
  private final HttpServerRequest request;
  private final AsyncFile file;
  private final long most;
  private long bytes;
  private long lastAt = System.nanoTime();

  private Arrival(HttpServerRequest request, AsyncFile file, long most) {
    this.request = request;
    this.file = file;
    this.most = most;
  }

  /**
   * Writes a body to a new private file.
   *
   * @param most bytes it may have
   * @return succeeds when all of it is on disk; fails when it is too large, breaks off or stands
   *     still. The file is closed then, and is there
   */
  static Future<Void> of(HttpServerRequest request, Path target, long most, Vertx vertx) {
    OpenOptions fresh = new OpenOptions().setCreateNew(true).setWrite(true).setPerms("rw-------");
    return vertx
        .fileSystem()
        .open(target.toString(), fresh)
        .compose(file -> new Arrival(request, file, most).run(vertx));
  }

  private Future<Void> run(Vertx vertx) {
    file.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
    file.exceptionHandler(whole::tryFail);
    request.exceptionHandler(whole::tryFail);
    request.handler(this::take);
    request.endHandler(end -> whole.tryComplete());
    long watch = vertx.setPeriodic(STALLED_MS / 4, timer -> refuseStalled());
    request.resume();
    return whole
        .future()
        .onFailure(cause -> request.pause())
        .onComplete(end -> vertx.cancelTimer(watch))
        .compose(end -> file.flush())
        .eventually(end -> file.close());
  }

  private void take(Buffer part) {
    bytes += part.length();
    lastAt = System.nanoTime();
    if (bytes > most) {
      whole.tryFail(new TooLarge(bytes));
    } else if (!whole.future().isComplete()) {
      file.write(part).onFailure(whole::tryFail);
      if (file.writeQueueFull()) {
        request.pause();
        file.drainHandler(drained -> request.resume());
      }
    }
  }

  private void refuseStalled() {
    if (System.nanoTime() - lastAt > TimeUnit.MILLISECONDS.toNanos(STALLED_MS)) {
      whole.tryFail(Problem.invalid("Nothing came for a minute"));
    }
  }

  /** More came than may. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long bytes;

    TooLarge(long bytes) {
      super("too large");
      this.bytes = bytes;
    }

    long bytes() {
      return bytes;
    }
  }
}
