package io.earshot.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestClock;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.conversation.search.Scope;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HearingsTest {
  private final RecordedAudit audit = new RecordedAudit();
  private final TestClock clock = TestClock.now();
  private final Hearings hearings = new Hearings(audit, clock);

  private static Caller caller(String name) {
    return new Caller(name, Set.of(), Scope.ALL, false, "127.0.0.1");
  }

  private void listen(String name) {
    hearings.note(caller(name), AuditAction.LISTEN, "call", "audio");
  }

  @Test
  void notesEachOnce() {
    listen("sue");
    listen("sue");
    listen("tom");
    hearings.note(caller("sue"), AuditAction.REVEAL, "call", "audio original");
    assertThat(audit.audited())
        .containsExactly(
            "sue listen call audio", "tom listen call audio", "sue reveal call audio original");
  }

  @Test
  void notesAgainAfterOpeningAgain() {
    listen("sue");
    listen("tom");
    hearings.opened(caller("sue"), "call");
    audit.audited();
    listen("sue");
    listen("tom");
    assertThat(audit.audited()).containsExactly("sue listen call audio");
  }

  @Test
  void notesAgainAfterAnHour() {
    listen("sue");
    clock.advance(Duration.ofMinutes(59));
    listen("sue");
    clock.advance(Duration.ofMinutes(2));
    listen("sue");
    assertThat(audit.audited()).hasSize(2);
  }

  @Test
  void remembersOnlySoMany() {
    listen("sue");
    for (int i = 0; i < 10_000; i++) {
      hearings.note(caller("tom"), AuditAction.LISTEN, "call" + i, "audio");
    }
    audit.audited();
    listen("sue");
    assertThat(audit.audited()).hasSize(1);
  }
}
