package io.earshot.routes.source;

import io.earshot.conversation.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps a source to its pace. Safe for several threads. */
final class Throttle {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Pace pace;
  private final Predicate<ConversationId> onItsWay;
  private final Clock clock;
  private final Deque<Instant> taken = new ArrayDeque<>();
  private final Set<ConversationId> underWay = new HashSet<>();

  /**
   * Begins with nothing taken.
   *
   * @param onItsWay whether a conversation is still being worked on
   */
  Throttle(Pace pace, Predicate<ConversationId> onItsWay, Clock clock) {
    this.pace = pace;
    this.onItsWay = onItsWay;
    this.clock = clock;
  }

  /** Whether another file may be taken now. */
  synchronized boolean allows() {
    Instant now = clock.instant();
    while (!taken.isEmpty() && !taken.peek().plus(HOUR).isAfter(now)) {
      taken.remove();
    }
    return pace.isOpen(now)
        && (pace.perHour() == 0 || taken.size() < pace.perHour())
        && (pace.atOnce() == 0 || hasRoom());
  }

  private boolean hasRoom() {
    if (underWay.size() >= pace.atOnce()) {
      underWay.removeIf(onItsWay.negate());
    }
    return underWay.size() < pace.atOnce();
  }

  /** A file was taken. */
  synchronized void taken() {
    if (pace.perHour() > 0) {
      taken.add(clock.instant());
    }
  }

  /** A conversation of it was queued. */
  synchronized void queued(ConversationId id) {
    if (pace.atOnce() > 0) {
      underWay.add(id);
    }
  }
}
