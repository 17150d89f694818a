package io.earshot.console.upload;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Who is sending now, and who was a moment ago. Safe for many threads. */
final class Senders {
  private static final int MOST_REMEMBERED = 10_000;

  private final int atOnce;
  private final long waitNanos;
  private final Map<String, Integer> sending = new HashMap<>();
  private final Map<String, Long> lastAt = new HashMap<>();
  private int all;

  Senders(int atOnce, Duration wait) {
    this.atOnce = atOnce;
    this.waitNanos = wait.toNanos();
  }

  /** Returns false when too many send already. */
  synchronized boolean begin(String user) {
    if (all >= atOnce) {
      return false;
    }
    all++;
    sending.merge(user, 1, Integer::sum);
    return true;
  }

  synchronized void end(String user) {
    all--;
    sending.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    if (lastAt.size() >= MOST_REMEMBERED) {
      lastAt.clear(); // then a half waits as long as a file's age says
    }
    lastAt.put(user, System.nanoTime());
  }

  /** Whether a further file of the user may be about to come. */
  synchronized boolean maySendMore(String user) {
    Long last = lastAt.get(user);
    return sending.containsKey(user) || (last != null && System.nanoTime() - last < waitNanos);
  }
}
