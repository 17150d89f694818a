package io.earshot.console.finding;

import io.earshot.conversation.EarshotException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes text to a response from a worker thread, no faster than the other side reads. For one
 * thread.
 */
final class Outflow {
  private static final int PIECE = 64 << 10;

  /** Below the time for which the index keeps its place between two pages. */
  private static final long PATIENCE_SECONDS = 60;

  private final HttpServerResponse response;
  private Buffer piece = Buffer.buffer();

  Outflow(HttpServerResponse response) {
    this.response = response;
  }

  void write(String text) {
    piece.appendString(text);
    if (piece.length() >= PIECE) {
      send();
    }
  }

  void finish() {
    if (!response.headWritten()) {
      response.end(piece);
      return;
    }
    send();
    response.end();
  }

  private void send() {
    if (!response.headWritten()) {
      response.setChunked(true);
    }
    response.write(piece);
    piece = Buffer.buffer();
    awaitRoom();
  }

  private void awaitRoom() {
    CountDownLatch room = new CountDownLatch(1);
    response.drainHandler(drained -> room.countDown());
    response.closeHandler(closed -> room.countDown());
    try {
      // Asked after the handlers are there, or a drain in between would be missed.
      if (response.writeQueueFull() && !room.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw gone("did not read for %d seconds".formatted(PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw gone("was not served to the end");
    }
    if (response.closed()) {
      throw gone("went away");
    }
  }

  private static EarshotException gone(String how) {
    return EarshotException.unavailable("The reader of an export " + how, null);
  }
}
