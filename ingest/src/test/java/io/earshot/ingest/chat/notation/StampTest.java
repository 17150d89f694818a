package io.earshot.ingest.chat.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-02T10:11:12Z          | 2026-01-02T10:11:12Z
          2026-01-02T10:11:12.345Z      | 2026-01-02T10:11:12.345Z
          2026-01-02T10:11:12.3+02:00   | 2026-01-02T08:11:12.300Z
          2026-01-02T10:11:12+0800      | 2026-01-02T02:11:12Z
          2026-01-02 10:11:12           | 2026-01-02T02:11:12Z
          2026/1/2 9:05                 | 2026-01-02T01:05:00Z
          2026.01.02 09:05              | 2026-01-02T01:05:00Z
          2026年1月2日 10:11              | 2026-01-02T02:11:00Z
          2026年1月2日 下午3:11            | 2026-01-02T07:11:00Z
          2026年1月2日 10时11分12秒         | 2026-01-02T02:11:12Z
          2026-01-02 12:00 AM           | 2026-01-01T16:00:00Z
          2026-01-02                    | 2026-01-01T16:00:00Z
          10:03:12                      | 2026-03-04T02:03:12Z
          10:03 p.m.                    | 2026-03-04T14:03:00Z
          """)
  void readsTheUsualForms(String text, String instant) {
    assertThat(Stamp.parse(text))
        .map(stamp -> stamp.at(DAY, SHANGHAI).toString())
        .contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "25:00",
        "10:61",
        "2026-13-01 10:00",
        "2026-02-30",
        "1/2/2026 10:00",
        "10:00 +99:00",
        "99999999999",
        "10:00:00:00"
      })
  void leavesOthersAlone(String text) {
    assertThat(Stamp.parse(text)).isEmpty();
  }

  @Test
  void knowsRoles() {
    assertThat(Roles.label("Agent (Anna B.)"))
        .contains(new Roles.Label(io.earshot.conversation.Speaker.AGENT, "Anna B."));
    assertThat(Roles.label("Anna（客服）"))
        .contains(new Roles.Label(io.earshot.conversation.Speaker.AGENT, "Anna"));
    assertThat(Roles.label("顾客 2"))
        .map(Roles.Label::speaker)
        .contains(io.earshot.conversation.Speaker.CUSTOMER);
    assertThat(Roles.label("Customer number")).isEmpty();
    assertThat(Roles.label("https")).isEmpty();
  }
}
