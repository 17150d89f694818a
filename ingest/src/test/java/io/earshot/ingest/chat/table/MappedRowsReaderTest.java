package io.earshot.ingest.chat.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Reading;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedRowsReaderTest {
  private static final String PLAIN =
      """
      format: csv
      conversation: id
      speaker: who
      text: text
      time: at
      speakers: {c: customer, a: agent}
      """;

  @TempDir Path folder;

  private Reading read(String table) {
    return read(PLAIN, table);
  }

  private Reading read(String mapping, String table) {
    return Reading.of(folder, "t.csv", table.getBytes(UTF_8), Optional.of(mapping(mapping)));
  }

  private static ColumnMapping mapping(String yaml) {
    Section section = Section.parse(yaml, "mapping");
    ColumnMapping mapping = ColumnMapping.from(section);
    section.verify();
    return mapping;
  }

  @Test
  void readsSessionsMixedInTime() {
    Reading reading =
        read(
            """
            at,id,who,text
            2026-01-02 10:00:00,s1,c,hello
            2026-01-02 10:00:01,s2,c,help
            2026-01-02 10:00:05,s1,a,"yes, please"
            2026-01-02 10:00:06,s2,a,"two
            lines, ""quoted\"""
            """);

    assertThat(reading.refusals).isEmpty();
    assertThat(reading.transcripts).extracting(Transcript::session).containsExactly("s1", "s2");
    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly("customer@0: hello", "agent@5000: yes, please");
    assertThat(Reading.turns(reading.transcripts.get(1)))
        .containsExactly("customer@0: help", "agent@5000: two\nlines, \"quoted\"");
    assertThat(reading.transcripts.get(0).startedAt())
        .contains(Instant.parse("2026-01-02T10:00:00Z"));
    assertThat(reading.transcripts.get(0).durationMs()).isEqualTo(5_000);
    assertThat(reading.transcripts.get(0).attributes()).containsEntry("call_id", "s1");
  }

  @Test
  void oneBadRowDoesNotLoseTheOthers() {
    Reading reading =
        read(
            """
            at,id,who,text
            10:00,s1,c,one
            10:01,s1,stranger,two
            10:02,,c,three
            10:03,s1,a
            yesterday,s1,a,five
            10:05,s1,a,"never closed
            10:06,s1,a,"closed" badly
            10:07,s1,a,last
            """);

    assertThat(reading.turns()).containsExactly("customer@0: one", "agent@420000: last");
    assertThat(reading.refusals)
        .extracting(TranscriptSink.Refusal::place)
        .containsExactly("line 3", "line 4", "line 5", "line 6", "line 7", "line 8");
    assertThat(reading.refusals)
        .extracting(TranscriptSink.Refusal::reason)
        .noneMatch(reason -> reason.contains("stranger") || reason.contains("yesterday"));
    assertThat(reading.refusals.get(4).content()).isEqualTo("10:05,s1,a,\"never closed");
  }

  @Test
  void damagedBytesCostOnlyTheirRow() {
    byte[] bytes = "id,who,text\ns1,c,很好很好很好很好很好\ns1,a,坏\ns1,c,也很好很好很好很好\n".getBytes(UTF_8);
    int broken = new String(bytes, UTF_8).substring(0, 27).getBytes(UTF_8).length;
    bytes = corrupt(bytes, "坏".getBytes(UTF_8));

    Reading reading =
        Reading.of(folder, "t.csv", bytes, Optional.of(mapping(PLAIN.replace("time: at\n", ""))));

    assertThat(broken).isPositive();
    assertThat(reading.only().turns()).hasSize(2);
    assertThat(reading.refusals).singleElement().extracting("place").isEqualTo("line 3");
  }

  private static byte[] corrupt(byte[] bytes, byte[] where) {
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == where[0] && bytes[i + 1] == where[1] && bytes[i + 2] == where[2]) {
        bytes[i] = 'x';
      }
    }
    return bytes;
  }

  @Test
  void readsColumnsByNumberAndRawQuotes() {
    Reading reading =
        read(
            """
            format: tsv
            header: false
            quote: false
            speaker: 2
            text: 3
            attributes: {product: 1}
            empty_values: [nan]
            speakers: {"0": customer, "1": agent}
            language: zh
            channel: call
            """,
            "nan\t0\t\"open\nkettle\t1\tsays \"hi\"\n");

    assertThat(reading.turns()).containsExactly("customer@0: \"open", "agent@0: says \"hi\"");
    assertThat(reading.only().session()).isEmpty();
    assertThat(reading.only().language()).isEqualTo("zh");
    assertThat(reading.only().attributes()).containsEntry("product", "kettle").hasSize(1);
  }

  @Test
  void readsTimesByFormat() {
    String table = "id,who,text,at\ns,c,x,1767348000000\ns,a,y,1767348001500\n";
    for (String format : List.of("", "time_format: epoch_ms\n")) {
      assertThat(read(PLAIN + format, table).turns())
          .containsExactly("customer@0: x", "agent@1500: y");
    }
    assertThat(
            read(
                    PLAIN + "time_format: dd/MM/yyyy HH.mm\n",
                    "id,who,text,at\ns,c,x,03/02/2026 10.00\ns,a,y,03/02/2026 10.01\n")
                .only()
                .startedAt())
        .contains(Instant.parse("2026-02-03T10:00:00Z"));
  }

  @Test
  void guessesUsualHeaders() {
    Reading reading =
        Reading.of(
            folder,
            "t.csv",
            "\uFEFFSession_ID;Role;Message;Timestamp\r\ns1;Customer;你好;2026-01-02T10:00:00Z\r\n");

    assertThat(reading.turns()).containsExactly("customer@0: 你好");
    assertThat(reading.only().session()).isEqualTo("s1");
  }

  @Test
  void findsHeadersBelowTitles() {
    for (String above : new String[] {"", "\n", "sep=;\n", "Export of March;;;\n\n"}) {
      Reading reading =
          Reading.of(
              folder,
              "t.csv",
              above
                  + "Conversation ID;Timestamp;Sender;Message\nc1;04.03.2026 09:00;customer;\"hi; there\"\n");
      assertThat(reading.turns()).containsExactly("customer@0: hi; there");
      assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T09:00:00Z"));
    }
    assertThat(Reading.of(folder, "t.csv", "role|text\nagent|a, b\n").turns())
        .containsExactly("agent@0: a, b");
  }

  @Test
  void keepsInternalRowsApart() {
    Reading reading =
        Reading.of(
            folder,
            "t.csv",
            "conversation_id,created_at,sender_type,message,is_internal\n"
                + "c,2026-03-04T09:00:00Z,user,hi,false\nc,2026-03-04T09:00:05Z,agent,beware,TRUE\n"
                + "c,2026-03-04T09:00:09Z,agent,hello,0\n");

    assertThat(reading.turns())
        .containsExactly("customer@0: hi", "system@5000: [note] beware", "agent@9000: hello");
    assertThat(reading.only().attributes()).containsEntry("notes", "1");
    assertThat(read(PLAIN + "internal: private\n", "id,who,text,at,private\ns,a,x,,yes\n").turns())
        .containsExactly("system@0: [note] x");
  }

  @Test
  void guessesWhoTheNamesAre() {
    Reading reading =
        Reading.of(
            folder,
            "t.csv",
            "会话编号,发送时间,发送人,消息内容\nc,2026年3月4日 上午9:00,小雨,我的快递没到\n"
                + "c,2026年3月4日 下午1:05,阿强,请您稍等\nc,2026年3月4日 下午1:06,系统,结束\n");

    assertThat(reading.turns())
        .containsExactly("customer@0: 我的快递没到", "agent@14700000: 请您稍等", "system@14760000: 结束");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "阿强")
        .containsEntry("customer", "小雨");
    assertThat(reading.only().speakersSure()).isLessThan(1);
    assertThat(Reading.of(folder, "t.csv", "role,text\nagent,hello\ntier2,hi\n").refusals)
        .hasSize(1);
  }

  @Test
  void readsQuotesBetweenTabs() {
    assertThat(Reading.of(folder, "t.tsv", "role\ttext\nuser\t\"open\" it\nagent\tok\n").turns())
        .containsExactly("customer@0: \"open\" it", "agent@0: ok");
    assertThat(Reading.of(folder, "t.tsv", "role\ttext\nuser\t\"one\ttwo\"\n").turns())
        .containsExactly("customer@0: one\ttwo");
  }

  @Test
  void asksForAMappingWhenItCanNotGuess() {
    assertThatThrownBy(() -> Reading.of(folder, "t.csv", "a,b,c\n1,2,3\n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("--mapping")
        .hasMessageContaining("t.mapping.yaml");
  }

  @Test
  void refusesATableTheMappingDoesNotFit() {
    assertThatThrownBy(() -> read("id,speaker,text\nx,y,z\n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("'who'");
    assertThatThrownBy(() -> read("\n\n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("no rows");
  }

  @Test
  void mappingTellsAllProblemsAtOnce() {
    assertThatThrownBy(
            () ->
                mapping(
                    "format: xls\nspeaker: 1\ntime_format: bbbbb\ncolour: red\nheader: false\ntime: at\n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("'format' must be csv or tsv")
        .hasMessageContaining("'text' is missing")
        .hasMessageContaining("'time_format'")
        .hasMessageContaining("'colour'")
        .hasMessageContaining("'time' must be a column's number");
  }

  @Test
  void endsSessionsThatGotNoRowsForLong() {
    StringBuilder table = new StringBuilder("id,who,text,at\nfirst,c,hello,\n");
    for (int i = 0; i < OpenSessions.MAX_OPEN + 10; i++) {
      table.append("s%d,c,hello,\n".formatted(i));
    }
    table.append("first,a,too late,\n");

    Reading reading = read(table.toString());

    assertThat(reading.transcripts).hasSize(OpenSessions.MAX_OPEN + 12);
    assertThat(reading.transcripts.get(0).session()).isEqualTo("first");
    assertThat(reading.transcripts.get(OpenSessions.MAX_OPEN + 11).session()).isEqualTo("first");
  }

  @Test
  void openQuotesEverywhereCostNoMoreThanTheirRows() {
    String table = "id,who,text,at\n" + "s,c,\"open,\n".repeat(20_000);

    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(read(table).refusals.size()).isPositive());
  }
}
