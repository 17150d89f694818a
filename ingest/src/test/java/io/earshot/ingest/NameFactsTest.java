package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFactsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static String facts(String name) {
    NameFacts facts = NameFacts.of(name, FileNamePattern.usual(), ZONE);
    String attributes =
        new TreeMap<>(facts.attributes())
            .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
    String start =
        facts.startedAt().map(at -> at.atZone(ZONE).toLocalDateTime().toString()).orElse("-");
    return (attributes + " " + start).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav | agent=ChrisL call_id=000 2025-02-19T06:01:22
          AutoRepairs1_CUST_12345_GUID_2a602c1a-4ca3-4d37-a933-444d575c0222_AGENT_BobS_DATETIME_07.55.51.067-09-16-2021.wav | agent=BobS call_id=2a602c1a-4ca3-4d37-a933-444d575c0222 customer=12345 2021-09-16T07:55:51.067
          X_AGENT_BobS.wav | agent=BobS -
          GUID_7_QUEUE_billing_call.mp3 | call_id=7 queue=billing -
          force-08215558663-3201-20250327-092517-1743042317.12206.wav | agent=3201 call_id=1743042317.12206 customer=08215558663 direction=outbound 2025-03-27T09:25:17
          out-5551234-201-20250327-092517-1743042317.1.wav | agent=201 call_id=1743042317.1 customer=5551234 direction=outbound 2025-03-27T09:25:17
          in-8005550199-5551234-20250327-092517-1743042317.1.wav | call_id=1743042317.1 customer=5551234 dialled=8005550199 direction=inbound 2025-03-27T09:25:17
          q-600-5551234-20250327-092517-1743042317.1.wav | call_id=1743042317.1 customer=5551234 direction=inbound queue=600 2025-03-27T09:25:17
          internal-201-202-20250327-092517-1743042317.1.wav | call_id=1743042317.1 direction=internal 2025-03-27T09:25:17
          exten-201-5551234-20250327-092517-1743042317.1.WAV | agent=201 call_id=1743042317.1 customer=5551234 direction=inbound 2025-03-27T09:25:17
          exten-201-202-20250327-092517-1743042317.1.wav | agent=201 call_id=1743042317.1 customer=202 direction=internal 2025-03-27T09:25:17
          OUT201-20250327-092517-1743042317.1.gsm | agent=201 call_id=1743042317.1 direction=outbound 2025-03-27T09:25:17
          q600-20250327-092517-1743042317.1.wav | call_id=1743042317.1 direction=inbound queue=600 2025-03-27T09:25:17
          20250327-092517-1743042317.1.wav | call_id=1743042317.1 2025-03-27T09:25:17
          1743042317.12206.wav | call_id=1743042317.12206 2025-03-27T10:25:17
          2026-01-02-03-04-05_1001_5551234567.mp3 | agent=1001 caller=5551234567 customer=5551234567 dialled=1001 direction=inbound 2026-01-02T03:04:05
          2026-01-02-03-04-05_+15551234567_1001.mp3 | agent=1001 caller=1001 customer=+15551234567 dialled=+15551234567 direction=outbound 2026-01-02T03:04:05
          2026-01-02-03-04-05_sales_bob.mp3 | caller=bob dialled=sales 2026-01-02T03:04:05
          外呼_13800000000_20260102030405.wav | direction=outbound 2026-01-02T03:04:05
          张三来电13800000000.wav | direction=inbound -
          来电显示.wav | -
          去电_13800000000.wav | direction=outbound -
          去电录音 1.wav | direction=outbound -
          去电影院.wav | -
          in_5551234_20260102030405.wav | direction=inbound 2026-01-02T03:04:05
          20260102_OUT_13800000000.wav | direction=outbound 2026-01-02T00:00
          in-house 7.wav | -
          checkout-5551234.wav | -
          call-in.wav | -
          Rebounding inbounds.wav | -
          Inbound call 2026-01-02.wav | direction=inbound 2026-01-02T00:00
          7fe2_analysis_2026-01-02T03:04:05Z.json | 2026-01-02T11:04:05
          7fe2_analysis_2026-01-02T03_04_05Z.json | 2026-01-02T11:04:05
          call 2026-01-02 03-04-05.wav | 2026-01-02T03:04:05
          2026-01-02_03-04-05.wav | 2026-01-02T03:04:05
          rec-20260102_030405.wav | 2026-01-02T03:04:05
          rec20260102T030405.wav | 2026-01-02T03:04:05
          20260102030405.wav | 2026-01-02T03:04:05
          chats-2026-01-02.csv | 2026-01-02T00:00
          chats_2026_01_02.csv | 2026-01-02T00:00
          chats20260102.csv | 2026-01-02T00:00
          order 20261399 and 2026-02-30.csv | -
          05cec3d4-0561-4010-9fb8-23cc7edef146.mp3 | call_id=05cec3d4-0561-4010-9fb8-23cc7edef146 -
          commercial-mono.wav | -
          """)
  void readsTheUsualNames(String name, String expected) {
    assertThat(facts(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/var/lib/freeswitch/recordings/pbx/archive/2026/Jan/02, 2026-01-02T00:00",
    "/var/spool/asterisk/monitor/2026/01/02, 2026-01-02T00:00",
    "/data/2026/13/02, -",
    "/data/2026/01, -"
  })
  void readsFoldersByDate(Path folder, String expected) {
    NameFacts facts = NameFacts.of(folder, "x.wav", FileNamePattern.usual(), ZONE);

    assertThat(facts.startedAt().map(at -> "" + at.atZone(ZONE).toLocalDateTime()).orElse("-"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/records/呼入, inbound",
    "/records/去电/2026/01/02, outbound",
    "/records/外呼录音, outbound",
    "/records/Inbound Calls/anna, inbound",
    "/records/outgoing_calls, outbound",
    "/inbound/outbound, outbound",
    "/srv/incoming, -",
    "/srv/in, -",
    "/records/inbounds, -",
    "/records/不呼入, -"
  })
  void readsFoldersByDirection(Path folder, String expected) {
    NameFacts facts = NameFacts.of(folder, "x.wav", FileNamePattern.usual(), ZONE);

    assertThat(facts.attributes().getOrDefault("direction", "-")).isEqualTo(expected);
  }

  @Test
  void aNameGoesBeforeItsFolder() {
    NameFacts facts =
        NameFacts.of(Path.of("/records/呼入"), "呼出_1.wav", FileNamePattern.usual(), ZONE);

    assertThat(facts.attributes()).containsEntry("direction", "outbound");
  }

  @Test
  void saysWhichPatternToldWhat() {
    NameFacts facts =
        NameFacts.of(
            "q-600-5551234-20250327-092517-1743042317.1.wav", FileNamePattern.usual(), ZONE);

    assertThat(facts.facts().fact("queue").orElseThrow().origin()).isEqualTo("name: asterisk");
  }

  /** Patterns of users may be such that a hostile name would keep them busy for years. */
  @Test
  void givesUpOnNamesThatTakeAPatternTooLong() {
    FileNamePattern slow = FileNamePattern.of("slow", "^(?<agent>(a+)+)b$", "");

    assertThat(NameFacts.of("a".repeat(200) + ".wav", List.of(slow), ZONE).attributes()).isEmpty();
  }

  @Test
  void readsNamesByTheUsersPatterns() {
    Section section =
        Section.parse(
            """
            file_names:
              - {pattern: '^(?<agent>\\w+)@(?<teamName>\\w+)'}
              - {pattern: '(?<datetime>\\d{6})$', datetime: yyMMdd}
              - {path: '/(?<site>[^/]+)/[^/]*$', set: {direction: inbound}, name: site folder}
            """,
            "settings");
    IngestSettings settings = IngestSettings.from(section);
    section.verify();

    NameFacts facts =
        NameFacts.of(Path.of("/in/oslo"), "anna@north 260102.wav", settings.fileNames(), ZONE);

    assertThat(facts.attributes())
        .containsOnly(
            Map.entry("agent", "anna"),
            Map.entry("team_name", "north"),
            Map.entry("site", "oslo"),
            Map.entry("direction", "inbound"));
    assertThat(facts.startedAt()).contains(java.time.Instant.parse("2026-01-01T16:00:00Z"));
  }
}
