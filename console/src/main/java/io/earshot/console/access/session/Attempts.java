package io.earshot.console.access.session;

import io.earshot.console.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts wrong passwords, and refuses further ones for a while. A name is refused at the address
 * the wrong ones came from, so that nobody locks another one out; only a flood from many addresses
 * closes a name everywhere. Safe for many threads.
 */
final class Attempts {
  private static final int WIDER = 10;
  private static final int MOST_KEYS = 20_000;

  private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();
  private final SessionSettings settings;
  private final Clock clock;

  Attempts(SessionSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Counts an attempt as wrong before it is looked at, so that many at once count as many.
   *
   * @throws Problem with status 429 and when to try again
   */
  synchronized void begin(String name, String address) {
    Map<String, Integer> limits = limits(name, address);
    limits.forEach(this::requireFew);
    limits.keySet().forEach(key -> recent(key).addLast(clock.instant()));
    Iterator<String> oldest = failures.keySet().iterator();
    while (failures.size() > MOST_KEYS) {
      oldest.next();
      oldest.remove();
    }
  }

  private void requireFew(String key, int most) {
    Deque<Instant> times = recent(key);
    if (times.size() >= most) {
      Instant end = times.peekFirst().plus(settings.refusal());
      throw Problem.tooMany(
          "Too many wrong passwords: try again later, or ask an administrator for a new one",
          Duration.between(clock.instant(), end).toSeconds() + 1);
    }
  }

  /** It was right: it counts no more, nor do wrong ones for this name at this address. */
  synchronized void succeeded(String name, String address) {
    limits(name, address).keySet().forEach(key -> recent(key).pollLast());
    failures.remove(both(name, address));
  }

  private Map<String, Integer> limits(String name, String address) {
    return Map.of(
        both(name, address),
        settings.attempts(),
        "name " + plain(name),
        settings.attempts() * WIDER,
        "address " + address,
        settings.attempts() * WIDER);
  }

  private static String both(String name, String address) {
    return plain(name) + " at " + address;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Deque<Instant> recent(String key) {
    Deque<Instant> times = failures.computeIfAbsent(key, fresh -> new ArrayDeque<>());
    Instant since = clock.instant().minus(settings.refusal());
    while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
      times.removeFirst();
    }
    return times;
  }
}
