package io.earshot.console.testing;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps entries in memory, for a test to look at. */
public final class TestingAudit implements Audit {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void note(Caller caller, AuditAction action, String conversation, String detail) {
    lines.add("%s %s %s %s".formatted(caller.name(), action.code(), conversation, detail).strip());
  }

  /** All entries in order: {@code USER ACTION CONVERSATION DETAIL}. */
  public List<String> lines() {
    return lines;
  }
}
