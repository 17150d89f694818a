package io.earshot.console.conversation;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Notes who hears what once for each opening, not for each of the many parts in which a player
 * fetches a recording. Safe for many threads.
 */
final class Hearings {
  /** After it the same is noted again, opened anew or not. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Beyond it the oldest are forgotten, and noted once more than needed. */
  private static final int MOST = 10_000;

  private final Map<Hearing, Instant> noted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hearing, Instant> eldest) {
          return size() > MOST;
        }
      };

  private final Audit audit;
  private final Clock clock;

  Hearings(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  private record Hearing(String caller, AuditAction action, String conversation) {}

  /** The caller opened a conversation: what is heard of it from now on is heard anew. */
  synchronized void opened(Caller caller, String conversation) {
    for (AuditAction action : AuditAction.values()) {
      noted.remove(new Hearing(caller.name(), action, conversation));
    }
  }

  /** The caller hears of a conversation; noted unless it was for this opening. */
  void note(Caller caller, AuditAction action, String conversation, String detail) {
    if (isNew(new Hearing(caller.name(), action, conversation))) {
      audit.note(caller, action, conversation, detail);
    }
  }

  private synchronized boolean isNew(Hearing hearing) {
    Instant now = clock.instant();
    Instant before = noted.get(hearing);
    if (before != null && before.plus(LONGEST).isAfter(now)) {
      return false;
    }
    noted.remove(hearing);
    noted.put(hearing, now);
    return true;
  }
}
