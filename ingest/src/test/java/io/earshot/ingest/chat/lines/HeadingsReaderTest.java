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

  @Test
  void readsTheContactsOfQq() {
    Reading reading =
        read(
            """
            消息记录（此消息记录为文本格式，不支持重新导入）

            ================================================================
            消息分组:客户
            ================================================================
            消息对象:小雨
            ================================================================

            2026-03-04 10:11:12 阿强(10001)
            在

            2026-03-04 10:12:12 小雨(30002)
            订单没到

            ================================================================
            消息分组:客户
            ================================================================
            消息对象:老王
            ================================================================

            2026-03-05 09:00:00 老王(30003)
            发票呢
            """);

    assertThat(reading.transcripts).hasSize(2);
    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly("agent@0: 在", "customer@60000: 订单没到");
    assertThat(reading.transcripts.get(0).attributes()).containsEntry("customer", "小雨");
    assertThat(Reading.turns(reading.transcripts.get(1))).containsExactly("customer@0: 发票呢");
    assertThat(reading.transcripts.get(1).session()).isEqualTo("2");
  }

  @Test
  void keepsWordsBesidePictures() {
    Reading reading =
        read(
            """
            小雨 2026-03-04 10:11:12
            [图片]
            左边裂了

            小雨 2026-03-04 10:11:13
            [图片] 就是这里

            小雨 2026-03-04 10:11:14
            [语音] 8"

            客服阿强 2026-03-04 10:11:15
            [文件] 说明书.pdf

            客服阿强 2026-03-04 10:11:16
            [微笑]
            """);

    assertThat(reading.turns())
        .containsExactly("customer@0: 左边裂了", "customer@1000: 就是这里", "agent@4000: [微笑]");
    assertThat(reading.only().attributes()).containsEntry("media", "4");
  }

  @Test
  void knowsWhoWritesFromOutsideOfTheCompany() {
    assertThat(
            read("""
                    林林@微信 2026/03/04 10:11
                    您好

                    王芳@某科技 2026/03/04 下午1:11
                    在的
                    """)
                .turns())
        .containsExactly("customer@0: 您好", "agent@10800000: 在的");
  }

  @Test
  void takesNoticesOfWeChatForTheMessengers() {
    assertThat(
            read("""
                    **小雨** 2026-03-04 10:11:12
                    你已添加了小雨，现在可以开始聊天了。

                    **小雨** 2026-03-04 10:11:13
                    我拍了拍 "阿强"

                    **小雨** 2026-03-04 10:11:14
                    我拍了拍它还是不亮
                    """)
                .turns())
        .extracting(turn -> turn.replaceFirst("@.*", ""))
        .containsExactly("system", "system", "customer");
  }
}
