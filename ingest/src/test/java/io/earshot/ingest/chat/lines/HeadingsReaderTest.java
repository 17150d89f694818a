package io.earshot.ingest.chat.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.ingest.Reading;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingsReaderTest {
  @TempDir Path folder;

  private Reading read(String text) {
    return Reading.of(folder, "chat.txt", text);
  }

  @Test
  void readsWeChat() {
    Reading reading =
        read(
            """
            小雨 2026-03-04 10:11:12
            在吗
            我买的杯子碎了

            阿强(wxid_a1b2c3) 2026-03-04 10:12:12
            您好，请您发一下照片

            小雨 2026-03-04 10:12:40
            [图片]

            小雨 2026-03-04 10:13:00
            "小雨"撤回了一条消息
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: 在吗\n我买的杯子碎了", "agent@60000: 您好，请您发一下照片", "system@108000: \"小雨\"撤回了一条消息");
    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T10:11:12Z"));
    assertThat(reading.only().attributes())
        .containsEntry("media", "1")
        .containsEntry("agent", "阿强")
        .containsEntry("customer", "小雨");
    assertThat(reading.only().format()).isEqualTo("chat-headings");
  }

  @Test
  void readsDaysOnTheirOwnLines() {
    Reading reading =
        read(
            """
            —————  2026-03-04  —————

            Acme客服  10:11
            您好

            Mia  10:12
            see you at 12:30
            at the door

            —————  2026-03-05  —————

            Mia  09:00
            still here
            """);

    assertThat(reading.turns())
        .containsExactly(
            "agent@0: 您好",
            "customer@60000: see you at 12:30\nat the door",
            "customer@82140000: still here");
  }

  @Test
  void readsTheTimeFirst() {
    assertThat(
            read("2026-03-04 10:11:12 客服小李\n您好\n2026-03-04 10:11:15 Tom(12345678)\nhi\n").turns())
        .containsExactly("agent@0: 您好", "customer@3000: hi");
  }

  @Test
  void leavesOtherTextsAlone() {
    assertThat(read("Agenda\nMonday 2026-03-04 10:00\nTuesday 2026-03-05 10:00\n").transcripts)
        .isEmpty();
  }
}
