package io.earshot.routes.feed.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** When what failed is tried again: less and less often. Not for several threads. */
final class Pauses {
  private final Map<String, Pause> pauses = new HashMap<>();
  private final Duration longest;

  Pauses(Duration longest) {
    this.longest = longest;
  }

  private record Pause(Instant until, Duration length) {}

  boolean isDue(String what, Instant now) {
    Pause pause = pauses.get(what);
    return pause == null || !now.isBefore(pause.until());
  }

  /** Says how long the pause is: twice as long as the one before. */
  Duration putOff(String what, Duration first, Instant now) {
    Pause earlier = pauses.get(what);
    Duration wanted = earlier == null ? first : earlier.length().multipliedBy(2);
    Duration length = wanted.compareTo(longest) < 0 ? wanted : longest;
    pauses.put(what, new Pause(now.plus(length), length));
    return length;
  }

  void worked(String what) {
    pauses.remove(what);
  }

  void retain(Collection<String> these) {
    pauses.keySet().retainAll(these);
  }
}
