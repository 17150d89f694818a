package io.earshot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnalysisEngineTest {
  private static final Conversation FURIOUS =
      Chats.chat(
          "agent: 您好，请问有什么可以帮您",
          "customer: 我的快递到底在哪里，都过了一个星期了还没送到",
          "agent: 非常抱歉，我帮您查询一下物流",
          "customer: 你们这是什么垃圾服务，我要投诉",
          "customer: 叫你们主管来",
          "agent: 已经为您加急催促配送，明天一定送达",
          "customer: 再这样我就不在你们这里买了");
  private static final Conversation PLEASED =
      Chats.chat(
          "agent: thank you for calling how can i help you",
          "customer: hi i would like to return a jacket that i bought last week it is too small",
          "agent: no problem i will email you a return label for the jacket right away",
          "customer: oh wonderful that was quick",
          "customer: thank you so much you have been very helpful");

  private static AnalysisEngine engine;

  @BeforeAll
  static void open() {
    engine = Engines.open();
  }

  @AfterAll
  static void close() {
    engine.close();
    engine.close();
  }

  @Test
  void findsWhatAnAngryChineseCustomerWants() {
    Analysis analysis = engine.analyze(FURIOUS);

    assertThat(analysis.language()).isEqualTo("zh");
    assertThat(names(analysis.intents()))
        .contains("late_delivery", "complaint", "speak_to_supervisor");
    assertThat(analysis.emotion().label()).isIn("anger", "frustration");
    assertThat(analysis.emotion().lowest()).isLessThan(-0.3);
    assertThat(analysis.keywords()).contains("物流");
    assertThat(analysis.summary()).hasSize(2);
    assertThat(analysis.score().value()).isLessThan(45);
  }

  @Test
  void findsWhatAPleasedEnglishCustomerWants() {
    Analysis analysis = engine.analyze(PLEASED);

    assertThat(analysis.language()).isEqualTo("en");
    assertThat(analysis.intents().get(0).name()).isEqualTo("return_item");
    assertThat(analysis.emotion().label()).isIn("gratitude", "satisfaction");
    assertThat(analysis.emotion().end()).isGreaterThan(analysis.emotion().start());
    assertThat(analysis.summary().get(0)).contains("return a jacket");
    assertThat(analysis.score().value()).isGreaterThan(60);
  }

  @Test
  void judgesNobodyButTheCustomer() {
    Analysis analysis =
        engine.analyze(
            Chats.chat("agent: I am furious, cancel my order", "system: cancel my order please"));

    assertThat(analysis.intents()).isEmpty();
    assertThat(analysis.turns()).allMatch(turn -> turn.emotion().name().equals("neutral"));
    assertThat(analysis.turns()).allMatch(turn -> turn.embedding().isPresent());
  }

  @Test
  void judgesAnUnknownSpeaker() {
    Analysis analysis = engine.analyze(Chats.chat("unknown: i want to cancel my order please"));

    assertThat(names(analysis.intents())).contains("cancel_order");
  }

  @Test
  void doubtsWhatWasMisheard() {
    String text = "i want to cancel my order";
    Turn clear = turn(text, 1.0);
    Turn mumbled = turn(text, 0.5);

    double sure = engine.analyze(Chats.call(3000, clear)).intents().get(0).confidence();
    double unsure = engine.analyze(Chats.call(3000, mumbled)).intents().get(0).confidence();

    assertThat(unsure).isLessThan(0.6 * sure);
  }

  private static Turn turn(String text, double confidence) {
    var word = new io.earshot.conversation.Word("i", 0, 100, confidence);
    return new Turn(0, Speaker.CUSTOMER, 0, 0, 2000, text, confidence, List.of(word));
  }

  @Test
  void findsEvidenceInALongTurn() {
    String speech =
        "Hello there, my name is Anna and I moved to a new flat in spring. The weather has been"
            + " lovely. I was charged twice for the same month. We have a dog and two cats.";
    Analysis analysis = engine.analyze(Chats.chat("customer: " + speech));

    Finding finding =
        analysis.findings().stream()
            .filter(f -> f.kind().equals(Finding.INTENT) && f.name().equals("billing_dispute"))
            .findFirst()
            .orElseThrow();
    assertThat(speech.substring(finding.start(), finding.end()))
        .isEqualTo("I was charged twice for the same month.");
  }

  @Test
  void takesAnEmptyConversation() {
    Analysis analysis = engine.analyze(Chats.chat());

    assertThat(analysis.turns()).isEmpty();
    assertThat(analysis.findings()).isEmpty();
    assertThat(analysis.score().value()).isBetween(0.0, 100.0);
  }

  @Test
  void givesTheSameAnalysisOnAnyNumberOfThreads() throws Exception {
    List<Callable<Analysis>> tasks = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Conversation conversation = i % 2 == 0 ? FURIOUS : PLEASED;
      tasks.add(() -> engine.analyze(conversation));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Analysis>> analyses = threads.invokeAll(tasks);
    threads.shutdown();
    try (AnalysisEngine single = Engines.withThreads(1)) {
      assertSame(single.analyze(FURIOUS), analyses.get(4).get());
      assertSame(single.analyze(PLEASED), analyses.get(7).get());
    }
  }

  private static void assertSame(Analysis expected, Analysis actual) {
    assertThat(actual.findings()).isEqualTo(expected.findings());
    assertThat(actual.emotion()).isEqualTo(expected.emotion());
    assertThat(actual.score()).isEqualTo(expected.score());
    for (int i = 0; i < expected.turns().size(); i++) {
      assertThat(actual.turns().get(i).meaning().vector())
          .isEqualTo(expected.turns().get(i).meaning().vector());
    }
  }

  @Test
  void takesAnyUnicodeText() {
    Random random = new Random(20_26);
    for (int round = 0; round < 60; round++) {
      List<String> lines = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        String speaker = Speaker.values()[random.nextInt(4)].code();
        lines.add(speaker + ": " + RandomText.of(random, random.nextInt(300)));
      }
      Conversation conversation = Chats.chat(lines.toArray(String[]::new));
      assertEvidenceIsThere(engine.analyze(conversation), conversation);
    }
  }

  @Test
  void boundsTheWorkOnAHugeTurn() {
    Random random = new Random(3);
    Conversation conversation =
        Chats.chat(
            "customer: " + RandomText.of(random, 100_000),
            "customer: " + "退款".repeat(50_000),
            "agent: " + "refund ".repeat(20_000),
            "customer: " + "a".repeat(100_000));
    long start = System.nanoTime();

    assertEvidenceIsThere(engine.analyze(conversation), conversation);

    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  private static void assertEvidenceIsThere(Analysis analysis, Conversation conversation) {
    assertThat(analysis.turns()).hasSameSizeAs(conversation.turns());
    for (TurnInsight insight : analysis.turns()) {
      assertThat(insight.valence()).isBetween(-1.0, 1.0);
    }
    for (Finding finding : analysis.findings()) {
      int length = conversation.turns().get(finding.turn()).text().length();
      assertThat(finding.start()).isBetween(0, finding.end());
      assertThat(finding.end()).isLessThanOrEqualTo(length);
      assertThat(finding.confidence()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void isHealthyUntilItIsClosed() {
    AnalysisEngine other = Engines.withThreads(1);
    assertThat(other.check().ok()).isTrue();

    other.close();

    assertThat(other.check().ok()).isFalse();
    assertThatThrownBy(() -> other.embedder().embed("hello", "en"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<String> names(List<Scored> scored) {
    return scored.stream().map(Scored::name).toList();
  }
}
