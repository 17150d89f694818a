package io.earshot.console.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.console.TestClock;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.store.Store;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.search.Scope;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final AuditFilter ALL = new AuditFilter(new ArrayList<>(), new ArrayList<>());

  @TempDir Path folder;
  // Noon, so that no test runs over midnight.
  private final TestClock clock =
      new TestClock(Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12)));
  private Store store;
  private AuditLog log;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("console.db"));
    log = new AuditLog(store, new AuditSettings(Duration.ofDays(200), 3), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Caller caller(String name) {
    return new Caller(name, Set.of(), Scope.ALL, false, "10.0.0.1");
  }

  private void open(String name, int conversation) {
    log.note(caller(name), AuditAction.OPEN, "c" + conversation, "");
  }

  @Test
  void anEntryIsNeitherChangedNorDeleted() {
    open("ann", 1);

    assertThatThrownBy(() -> store.change("UPDATE audit SET user = 'bob'"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> store.change("DELETE FROM audit"))
        .hasMessageContaining("kept for six months");
    assertThat(log.page(ALL, 0, 10)).hasSize(1);
  }

  @Test
  void whatIsOldEnoughGoes() {
    clock.advance(Duration.ofDays(-201));
    open("ann", 1);
    clock.advance(Duration.ofDays(201));
    open("ann", 2);

    assertThat(log.deleteOld()).isEqualTo(1);

    assertThat(log.page(ALL, 0, 10)).extracting(AuditEntry::conversation).containsExactly("c2");
    assertThat(log.firstBroken()).isEmpty();
  }

  @Test
  void whatWasChangedBehindItsBackIsFound() throws Exception {
    for (int i = 0; i < 3; i++) {
      open("ann", i);
    }
    assertThat(log.firstBroken()).isEmpty();

    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("console.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER audit_unchanged");
      statement.executeUpdate("UPDATE audit SET user = 'bob' WHERE number = 2");
    }

    assertThat(log.firstBroken()).contains(2L);
    log.inspect();
    assertThat(log.latest(1))
        .extracting(AuditEntry::detail)
        .containsExactly("entry 2 of the audit log is not as it was written");
  }

  @Test
  void whoOpensUnusuallyManyRaisesAnAlarmOnceADay() {
    List<AuditEntry> alarms = new ArrayList<>();
    log.onAlarm(alarms::add);
    for (int i = 0; i < 3; i++) {
      open("ann", i);
      open("ann", i);
      open("bob", i);
    }
    assertThat(alarms).isEmpty();

    open("ann", 3);
    open("ann", 4);

    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).user()).isEqualTo("ann");
    assertThat(log.latest(10)).hasSize(1);
    clock.advance(Duration.ofDays(1));
    for (int i = 0; i < 4; i++) {
      open("ann", i);
    }
    assertThat(alarms).hasSize(2);
  }
}
