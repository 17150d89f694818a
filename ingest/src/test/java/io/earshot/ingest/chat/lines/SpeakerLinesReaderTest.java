package io.earshot.ingest.chat.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Reading;
import io.earshot.ingest.chat.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerLinesReaderTest {
  @TempDir Path folder;

  private Reading read(String text) {
    return Reading.of(folder, "chat.txt", text);
  }

  @Test
  void readsHeadersAndTurns() {
    Reading reading =
        read(
            """
            # agent: Li Na
            # customer: C-2041
            # started_at: 2026-03-05T09:30:00+08:00
            # language: zh-CN
            # Order number: 17

            客服：您好，请问有什么可以帮您？
            顾客：我的包裹还没到
            客服：我查一下
            """);

    assertThat(reading.turns())
        .containsExactly("agent@0: 您好，请问有什么可以帮您？", "customer@0: 我的包裹还没到", "agent@0: 我查一下");
    Transcript transcript = reading.only();
    assertThat(transcript.startedAt()).contains(Instant.parse("2026-03-05T01:30:00Z"));
    assertThat(transcript.language()).isEqualTo("zh");
    assertThat(transcript.timed()).isFalse();
    assertThat(transcript.channel()).isEqualTo(Channel.CHAT);
    assertThat(transcript.attributes())
        .containsEntry("agent", "Li Na")
        .containsEntry("customer", "C-2041")
        .containsEntry("order_number", "17")
        .hasSize(3);
  }

  @Test
  void readsTimesOfDay() {
    Reading reading =
        read(
            """
            [10:03:12] Customer: hello
            [10:03:30] Agent (Anna): hi there
            [10:05] Bot: please rate us
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: hello", "agent@18000: hi there", "system@108000: please rate us");
    assertThat(reading.only().timed()).isTrue();
    assertThat(reading.only().durationMs()).isEqualTo(108_000);
    assertThat(reading.only().startedAt()).as("the day is not in the data").isEmpty();
    assertThat(reading.only().attributes()).containsEntry("agent", "Anna");
  }

  @Test
  void readsFullTimes() {
    Reading reading =
        read(
            """
            2026-01-02 10:11:12 客户: 你好
            2026-01-02 10:11:42 坐席 小王（工号8）：您好
            2026年1月2日 上午10:12 客服：在的
            """);

    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-01-02T10:11:12Z"));
    assertThat(reading.turns())
        .containsExactly("customer@0: 你好\n2026-01-02 10:11:42 坐席 小王（工号8）：您好", "agent@48000: 在的");
  }

  @Test
  void goesOnPastMidnight() {
    Reading reading = read("[23:59:50] User: still there?\n[00:00:20] Rep: yes\n");

    assertThat(reading.turns()).containsExactly("customer@0: still there?", "agent@30000: yes");
  }

  @Test
  void keepsTheOrderWhenAClockStepsBack() {
    Reading reading = read("[10:00:10] User: a\n[10:00:05] Agent: b\n[10:00:15] User: c\n");

    assertThat(reading.turns()).containsExactly("customer@0: a", "agent@0: b", "customer@5000: c");
  }

  @Test
  void joinsLinesOfOneMessage() {
    Reading reading =
        read(
            """
            Agent: here is what you do:
            1) open https://example.test
            Note: it is slow

            then wait
            Customer: ok
            """);

    assertThat(reading.turns())
        .containsExactly(
            "agent@0: here is what you do:\n1) open https://example.test\nNote: it is slow\n\nthen wait",
            "customer@0: ok");
  }

  @Test
  void knowsNamesOnceTheyWereIntroduced() {
    Reading reading =
        read(
            """
            # customer: Tom
            Agent (Anna): hello
            Tom: hi
            Anna: what is wrong?
            Tom (customer): all
            """);

    assertThat(reading.turns())
        .containsExactly(
            "agent@0: hello", "customer@0: hi", "agent@0: what is wrong?", "customer@0: all");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "Anna")
        .containsEntry("customer", "Tom");
  }

  @Test
  void readsMessengerStyleHeadings() {
    Reading reading =
        read(
            """
            客服小李 2026-01-02 10:11:12
            您好
            顾客 2026-01-02 10:12:12
            我要退货
            真的
            """);

    assertThat(reading.turns()).containsExactly("agent@0: 您好", "customer@60000: 我要退货\n真的");
    assertThat(reading.only().attributes()).containsEntry("agent", "小李");
  }

  @Test
  void readsOtherWaysToWriteTheSame() {
    Reading reading =
        read(
            """
            **Agent:** bold
            Customer [10:03]: bracketed
            CALLER 2: numbered
            買家：繁體
            (10:05:00 PM) Visitor - Joe: dashed
            智能客服: bot
            """);

    assertThat(reading.turns())
        .containsExactly(
            "agent@0: bold",
            "customer@0: bracketed",
            "customer@0: numbered",
            "customer@0: 繁體",
            "customer@0: dashed",
            "system@0: bot");
    assertThat(reading.only().timed()).as("some turns have no time").isFalse();
  }

  @Test
  void keepsWhatStandsAboveAsANotice() {
    Reading reading = read("Chat with us\nCustomer: hi\nAgent: hello\n");

    assertThat(reading.turns())
        .containsExactly("system@0: Chat with us", "customer@0: hi", "agent@0: hello");
  }

  @Test
  void dropsControlCharacters() {
    assertThat(read("Agent: a\u0007b\uFEFF \r\nCustomer: c\u009F\r\n").turns())
        .containsExactly("agent@0: ab", "customer@0: c");
  }

  @Test
  void refusesAChatWithoutMessages() {
    assertThatThrownBy(() -> read("Agent:\nCustomer:  \n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("chat.txt")
        .hasMessageContaining("no turns");
  }

  @Test
  void readsNothingWithoutSpeakers() {
    assertThat(read("Dear all,\nplease find attached: the minutes\n").transcripts).isEmpty();
  }

  @Test
  void refusesAnEndlessConversation() {
    assertThatThrownBy(() -> read("Agent: x\n" + "more and more\n".repeat(100_000)))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("line ")
        .hasMessageContaining("too long");
  }

  @Test
  void readsPeopleByName() {
    assertThat(
            read("""
                    Anna: Thanks for contacting us. How can I help?
                    Bob: My order is late: still nothing
                    since Monday
                    Anna: Let me check.
                    """)
                .turns())
        .containsExactly(
            "agent@0: Thanks for contacting us. How can I help?",
            "customer@0: My order is late: still nothing\nsince Monday",
            "agent@0: Let me check.");
  }

  @Test
  void readsPeopleBehindTimes() {
    Reading reading =
        read(
            """
            2026-03-04 10:11:12 小雨: 在吗
            2026-03-04 10:12:12 客服小李: 您好
            2026-03-04 10:12:20 小雨: 谢谢
            10:30 午饭: 不去了
            """);

    assertThat(reading.turns())
        .containsExactly("customer@0: 在吗", "agent@60000: 您好", "customer@68000: 谢谢\n10:30 午饭: 不去了");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "小李")
        .containsEntry("customer", "小雨");
    assertThat(reading.only().speakersSure()).isLessThan(1);
  }

  @Test
  void readsTitlesBeforeNames() {
    Reading reading =
        read("Agent Anna (10:01): Hello\nMr. Fox (10:02): Hi\nAgent Anna (10:03): ok\n");

    assertThat(reading.turns())
        .containsExactly("agent@0: Hello", "customer@60000: Hi", "agent@120000: ok");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "Anna")
        .containsEntry("customer", "Mr. Fox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Customer Care", "Client Services", "Guest Relations", "Acme Support"})
  void takesDepartmentsForAgents(String name) {
    Reading reading =
        read("[10:01] " + name + ": yes\n[10:02] Mia: no\n[10:03] " + name + ": ok\n");

    assertThat(reading.turns().get(0)).isEqualTo("agent@0: yes");
    assertThat(reading.turns().get(1)).isEqualTo("customer@60000: no");
    assertThat(reading.only().attributes()).containsEntry("agent", name);
  }

  @Test
  void takesNoLogsAndSettingsForConversations() {
    assertThat(
            read("2026-03-04 10:11:12 INFO: up\n2026-03-04 10:11:13 WARN: slow\n2026-03-04 10:11:14 INFO: ok\n")
                .transcripts)
        .isEmpty();
    assertThat(read("key: a\nvalue: b\nkey: c\nvalue: d\n").transcripts).isEmpty();
  }

  @Test
  void takesNoFieldsOfFormsForPeople() {
    assertThat(read("Name: Bob\nOrder: 55\nModel: X5\nIssue: broken\nName: Ann\n").transcripts)
        .isEmpty();
    assertThat(read("Agent: hello\nCustomer: data:\nModel: X5\nModel: X6\nAgent: ok\n").turns())
        .containsExactly(
            "agent@0: hello", "customer@0: data:\nModel: X5\nModel: X6", "agent@0: ok");
  }
}
