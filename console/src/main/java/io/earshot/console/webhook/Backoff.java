package io.earshot.console.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between tries: twice as long each time, and never the same for all. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** After so many failed tries; between half of the full wait and all of it. */
  Duration after(int tries) {
    long full = FIRST.toMillis() << Math.min(tries - 1, MOST_DOUBLINGS);
    long bounded = Math.min(full, LONGEST.toMillis());
    return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
  }
}
