package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One request at a time for each unfinished upload. Who comes ends who is at it: the one before is
 * most likely dead, and its connection does not know yet. Safe for many threads.
 */
final class Turns {
  private static final long PATIENCE_SECONDS = 10;

  private final Map<Long, Turn> current = new HashMap<>();

  /**
   * Waits for the turn, shortly.
   *
   * @throws Problem with status 409 when another one came, or the one before does not end
   */
  Turn take(long upload) {
    Turn mine = new Turn(upload);
    Turn earlier = succeed(mine);
    if (earlier != null && !earlier.endsSoon() || mine.isOver()) {
      mine.close();
      throw Turn.taken();
    }
    return mine;
  }

  private synchronized Turn succeed(Turn next) {
    return current.put(next.upload, next);
  }

  private synchronized void over(Turn turn) {
    current.remove(turn.upload, turn);
  }

  /** The right to an upload, until it is closed. */
  final class Turn implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long upload;
    private Consumer<Throwable> interrupt = why -> {};
    private boolean over;

    private Turn(long upload) {
      this.upload = upload;
    }

    /** Is given the one thing that must be ended when somebody else comes. */
    synchronized void onInterrupt(Consumer<Throwable> given) {
      interrupt = given;
      if (over) {
        interrupt.accept(taken());
      }
    }

    private boolean endsSoon() {
      synchronized (this) {
        over = true;
        interrupt.accept(taken());
      }
      try {
        return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    private synchronized boolean isOver() {
      return over;
    }

    private static Problem taken() {
      return Problem.conflict("Another request goes on with this upload");
    }

    @Override
    public void close() {
      over(this);
      ended.countDown();
    }
  }
}
