package io.earshot.console.access.audit;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.access.Secrets;
import io.earshot.console.http.Json;
import io.earshot.console.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log in the store. The database itself refuses to change an entry, or to delete one
 * before its time. Each entry holds a digest of itself and of the one before, so that an entry
 * changed behind the database's back is found by {@link #inspect}. Safe for many threads.
 */
public final class AuditLog implements Audit, Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final String COLUMNS = "number, at, user, action, conversation, detail, address";
  private static final int PAGE = 1_000;

  private final List<Consumer<AuditEntry>> listeners = new CopyOnWriteArrayList<>();
  private final Store store;
  private final AuditSettings settings;
  private final Clock clock;

  public AuditLog(Store store, AuditSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS audit (
          number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, user TEXT NOT NULL,
          action TEXT NOT NULL, conversation TEXT NOT NULL, detail TEXT NOT NULL,
          address TEXT NOT NULL, digest TEXT NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS audit_by_user ON audit (user, at)",
        "CREATE INDEX IF NOT EXISTS audit_by_conversation ON audit (conversation)",
        """
        CREATE TRIGGER IF NOT EXISTS audit_unchanged BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS audit_kept BEFORE DELETE ON audit
        WHEN OLD.at > (CAST(strftime('%%s', 'now') AS INTEGER) - %d) * 1000
        BEGIN SELECT RAISE(ABORT, 'an audit entry is kept for six months'); END
        """
            .formatted(AuditSettings.LEAST.toSeconds()));
  }

  /**
   * What is to be done once a day: deletes what is older than it need be, and raises an alarm when
   * an entry is not as it was written.
   */
  public void inspect() {
    deleteOld();
    firstBroken()
        .ifPresent(
            number ->
                alarm(
                    Caller.stranger("audit"),
                    "entry %d of the audit log is not as it was written".formatted(number)));
  }

  int deleteOld() {
    return store.change("DELETE FROM audit WHERE at < ?", clock.instant().minus(settings.keep()));
  }

  @Override
  public void note(Caller caller, AuditAction action, String conversation, String detail) {
    add(caller.name(), action, conversation, detail, caller.address());
    if (!conversation.isEmpty() && !caller.name().isEmpty()) {
      alarmWhenUnusual(caller);
    }
  }

  private AuditEntry add(
      String user, AuditAction action, String conversation, String detail, String address) {
    Instant at = Instant.ofEpochMilli(clock.millis());
    AuditEntry entry = new AuditEntry(0, at, user, action, conversation, detail, address);
    long number = store.together(() -> append(entry));
    return new AuditEntry(number, at, user, action, conversation, detail, address);
  }

  private long append(AuditEntry entry) {
    String before =
        store
            .first(
                row -> row.getString("digest"),
                "SELECT digest FROM audit ORDER BY number DESC LIMIT 1")
            .orElse("");
    return store.add(
        "INSERT INTO audit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        entry.at(),
        entry.user(),
        entry.action().code(),
        entry.conversation(),
        entry.detail(),
        entry.address(),
        digest(before, entry));
  }

  private static String digest(String before, AuditEntry entry) {
    return Secrets.digest(
        Json.text(
            List.of(
                before,
                entry.at(),
                entry.user(),
                entry.action(),
                entry.conversation(),
                entry.detail(),
                entry.address())));
  }

  private void alarmWhenUnusual(Caller caller) {
    Instant today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    long opened =
        store.number(
            """
            SELECT COUNT(DISTINCT conversation) FROM audit
            WHERE user = ? AND at >= ? AND action NOT IN ('denied', 'alarm') AND conversation <> ''
            """,
            caller.name(),
            today);
    if (opened > settings.openedADay() && !wasAlarmed(caller.name(), today)) {
      alarm(caller, "more than %d conversations in a day".formatted(settings.openedADay()));
    }
  }

  private void alarm(Caller caller, String what) {
    LOG.warn("Alarm of {}: {}", caller.name().isEmpty() ? "the audit log" : caller.name(), what);
    AuditEntry alarm = add(caller.name(), AuditAction.ALARM, "", what, caller.address());
    listeners.forEach(listener -> listener.accept(alarm));
  }

  private boolean wasAlarmed(String user, Instant since) {
    return store.number(
            "SELECT COUNT(*) FROM audit WHERE user = ? AND at >= ? AND action = 'alarm'",
            user,
            since)
        > 0;
  }

  @Override
  public List<AuditEntry> latest(int most) {
    return store.all(
        AuditLog::entry,
        "SELECT " + COLUMNS + " FROM audit WHERE action = 'alarm' ORDER BY number DESC LIMIT ?",
        most);
  }

  @Override
  public void onAlarm(Consumer<AuditEntry> listener) {
    listeners.add(listener);
  }

  /** How many entries a filter finds. */
  long count(AuditFilter filter) {
    return store.number("SELECT COUNT(*) FROM audit" + filter.where(), filter.values().toArray());
  }

  /** One page of what a filter finds, latest first. */
  List<AuditEntry> page(AuditFilter filter, long offset, long limit) {
    List<Object> values = new ArrayList<>(filter.values());
    values.add(limit);
    values.add(offset);
    return store.all(
        AuditLog::entry,
        "SELECT %s FROM audit%s ORDER BY number DESC LIMIT ? OFFSET ?"
            .formatted(COLUMNS, filter.where()),
        values.toArray());
  }

  /** The first entry that is not as it was written, or follows on one that is missing. */
  Optional<Long> firstBroken() {
    record Kept(AuditEntry entry, String digest) {}
    Optional<Kept> before = Optional.empty();
    for (long after = 0; ; ) {
      List<Kept> page =
          store.all(
              row -> new Kept(entry(row), row.getString("digest")),
              "SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?",
              after,
              PAGE);
      for (Kept kept : page) {
        // What the oldest entry follows on may have been deleted after its time.
        if (before.isPresent()
            && !kept.digest().equals(digest(before.get().digest(), kept.entry()))) {
          return Optional.of(kept.entry().number());
        }
        before = Optional.of(kept);
      }
      if (page.isEmpty()) {
        return Optional.empty();
      }
      after = page.get(page.size() - 1).entry().number();
    }
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("user"),
        AuditAction.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
        row.getString("conversation"),
        row.getString("detail"),
        row.getString("address"));
  }
}
