package io.earshot.console.access.audit;

import java.util.List;
import java.util.function.Consumer;

/** Tells when somebody does what is unusual. Safe for many threads. */
public interface Alarms {
  /** The latest alarms, latest first. */
  List<AuditEntry> latest(int most);

  /** Has a listener told of each further alarm, on the thread that raised it: it must be quick. */
  void onAlarm(Consumer<AuditEntry> listener);
}
