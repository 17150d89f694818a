package io.earshot.console.conversation;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was noted, as {@code WHO ACTION CONVERSATION DETAIL}. */
public final class RecordedAudit implements Audit {
  private final List<String> noted = new CopyOnWriteArrayList<>();

  @Override
  public void note(Caller caller, AuditAction action, String conversation, String detail) {
    noted.add("%s %s %s %s".formatted(caller.name(), action.code(), conversation, detail).strip());
  }

  /** What was noted since this was asked last. */
  public List<String> audited() {
    List<String> all = List.copyOf(noted);
    noted.clear();
    return all;
  }
}
