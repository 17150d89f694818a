package io.earshot.console.access.oidc;

import io.earshot.console.access.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sign-ins for which somebody was sent to the provider and has not come back. */
final class PendingSignIns {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST = 1_000;

  private final Map<String, PendingSignIn> byState = new LinkedHashMap<>();
  private final Clock clock;

  PendingSignIns(Clock clock) {
    this.clock = clock;
  }

  /**
   * What is needed when somebody comes back.
   *
   * @param browser in a cookie: only the browser that was sent may come back
   * @param verifier the proof that the code is ours (PKCE)
   * @param to the page that was asked for
   */
  record PendingSignIn(
      String state, String browser, String nonce, String verifier, String to, Instant until) {
    @Override
    public String toString() {
      return "PendingSignIn[%s]".formatted(until);
    }
  }

  synchronized PendingSignIn begin(String to) {
    Iterator<PendingSignIn> oldest = byState.values().iterator();
    while (byState.size() >= MOST) {
      oldest.next();
      oldest.remove();
    }
    PendingSignIn pending =
        new PendingSignIn(
            Secrets.random(),
            Secrets.random(),
            Secrets.random(),
            Secrets.random(),
            to,
            clock.instant().plus(LONGEST));
    byState.put(pending.state(), pending);
    return pending;
  }

  /** Each can be finished once. */
  synchronized Optional<PendingSignIn> finish(String state, String browser) {
    return Optional.ofNullable(byState.remove(state))
        .filter(pending -> clock.instant().isBefore(pending.until()))
        .filter(pending -> Secrets.same(pending.browser(), browser));
  }
}
