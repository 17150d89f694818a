package io.earshot.console.testing;

import io.earshot.console.access.AuditAction;
import io.earshot.console.access.audit.Alarms;
import io.earshot.console.access.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Alarms that a test raises. */
public final class TestingAlarms implements Alarms {
  private final List<AuditEntry> raised = new ArrayList<>();
  private final List<Consumer<AuditEntry>> listeners = new ArrayList<>();

  /** An alarm about a user. */
  public synchronized AuditEntry raise(String user) {
    AuditEntry alarm =
        new AuditEntry(
            raised.size() + 1, Instant.EPOCH, user, AuditAction.ALARM, "", "too many", "127.0.0.1");
    raised.add(0, alarm);
    listeners.forEach(listener -> listener.accept(alarm));
    return alarm;
  }

  @Override
  public synchronized List<AuditEntry> latest(int most) {
    return raised.stream().limit(most).toList();
  }

  @Override
  public synchronized void onAlarm(Consumer<AuditEntry> listener) {
    listeners.add(listener);
  }
}
