package io.earshot.console.store;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that a section does in the background, in one thread of its own: piece by piece, so that it
 * can end soon. Safe for many threads.
 */
public final class Chores implements AutoCloseable {
  private static final long LAST_PIECE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor thread;

  /** Nothing is done yet; {@code name} is the thread's. */
  public Chores(String name) {
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    thread.setRemoveOnCancelPolicy(true);
  }

  /** Does something as soon as may be; nothing after the end. */
  public void now(Runnable piece) {
    if (!thread.isShutdown()) {
      thread.execute(piece);
    }
  }

  /** Does something after a while. */
  public Future<?> after(long milliseconds, Runnable piece) {
    return thread.schedule(piece, milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Does something again and again, with a pause between. */
  public void every(long milliseconds, Runnable piece) {
    thread.scheduleWithFixedDelay(piece, 0, milliseconds, TimeUnit.MILLISECONDS);
  }

  public boolean ended() {
    return thread.isShutdown();
  }

  /** Waits for the piece in hand, so that what it needs may be closed afterwards. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(LAST_PIECE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
