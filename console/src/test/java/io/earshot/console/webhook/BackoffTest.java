package io.earshot.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void doublesUpToAnHourAndIsNeverTheSameForAll() {
    Backoff backoff = new Backoff(new Random(1));
    Duration all = Duration.ZERO;
    for (int tries = 1; tries < 100; tries++) {
      long full = Math.min(5_000L << Math.min(tries - 1, 20), 3_600_000);
      Duration wait = backoff.after(tries);
      assertThat(wait.toMillis()).isBetween(full / 2, full);
      all = all.plus(wait);
    }
    assertThat(all).isGreaterThan(Duration.ofDays(2));
    assertThat(backoff.after(50)).isNotEqualTo(backoff.after(50));
  }
}
