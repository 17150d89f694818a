package io.earshot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.analysis.facts.ActPack;
import io.earshot.analysis.facts.FactFinder;
import io.earshot.analysis.language.LanguageDetector;
import io.earshot.analysis.learning.WeightStore;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Question;
import io.earshot.conversation.Resolution;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Facts of whole dialogues; {@code startedAt} of the test's chats is 1970-01-01, a Thursday. */
class FactFinderTest {
  private static AnalysisEngine engine;
  private static Workers workers;
  private static TurnReader reader;
  private static FactFinder finder;

  @BeforeAll
  static void open() {
    engine = Engines.open();
    workers = new Workers(1);
    reader = new TurnReader(LanguageDetector.byScript(), engine.embedder(), workers);
    finder =
        FactFinder.learn(
            ActPack.load(Engines.CONFIG.resolve("acts")),
            engine.embedder(),
            new WeightStore(Engines.CACHE.resolve("learned")),
            ZoneId.of("UTC"));
  }

  @AfterAll
  static void close() {
    workers.close();
    engine.close();
  }

  private static Facts facts(Conversation conversation) {
    String language = reader.language(conversation);
    return finder.find(
        conversation, reader.read(conversation, language), engine.analyze(conversation).turns());
  }

  private static List<String> acts(Facts facts, int turn) {
    return facts.acts().stream().filter(f -> f.turn() == turn).map(Finding::name).toList();
  }

  @Test
  void doubtsWhatRestsOnDoubtfulSpeakers() {
    Conversation sure =
        Chats.chat(
            "customer: hi i bought a lamp from you and the dimmer doesn't work any more",
            "agent: i will send you a new dimmer and you'll have it by 12 june",
            "customer: okay perfect that solves it thank you");
    Conversation told = sure.withTranscript("en", 0, SpeakerSource.DIARIZATION, 0.5, sure.turns());
    Finding promise = facts(sure).promises().get(0).evidence();
    assertThat(facts(told).promises().get(0).evidence().confidence())
        .isCloseTo(promise.confidence() / 2, within(1e-9));
    assertThat(facts(told).resolution().confidence())
        .isCloseTo(facts(sure).resolution().confidence() / 2, within(1e-9));
    List<Turn> second = new ArrayList<>(sure.turns());
    second.set(1, second.get(1).withSpeakerConfidence(0.25));
    Conversation here = sure.withTranscript("en", 0, SpeakerSource.DIARIZATION, 0.5, second);
    assertThat(facts(here).promises().get(0).evidence().confidence())
        .as("whose turn it is, is more doubtful than of the others")
        .isCloseTo(promise.confidence() / 4, within(1e-9));
    assertThat(facts(told).entities()).as("a date is a date").isEqualTo(facts(sure).entities());
  }

  @Test
  void readsACallThatEndsWell() {
    Facts facts =
        facts(
            Chats.chat(
                "agent: thank you for calling harbor lights how can i help you",
                "customer: hi i bought a lamp from you in october and the dimmer doesn't work any more",
                "agent: oh i'm really sorry about that",
                "customer: is it still under warranty",
                "agent: yes the warranty runs for two years so you are covered",
                "agent: i will send you a new dimmer and you'll have it by next tuesday",
                "customer: okay perfect that solves it thank you",
                "agent: have a lovely evening goodbye"));

    assertThat(acts(facts, 2)).contains("apology");
    assertThat(facts.reasons()).first().extracting(Finding::turn).isEqualTo(1);
    assertThat(facts.promises()).hasSize(1);
    assertThat(facts.promises().get(0).due()).isEqualTo("1970-01-06");
    assertThat(facts.resolution().outcome()).isEqualTo(Resolution.Outcome.SOLVED);
    assertThat(facts.resolution().by()).isEqualTo(Resolution.Solver.AGENT);
    assertThat(facts.questions()).hasSize(1);
    assertThat(facts.questions().get(0).answers()).first().extracting(Finding::turn).isEqualTo(4);
    assertThat(facts.entities())
        .anyMatch(f -> f.kind().equals(Facts.PRODUCT) && f.name().contains("lamp"));
  }

  @Test
  void readsAnUnsettledRepeatCall() {
    Facts facts =
        facts(
            Chats.chat(
                "agent: good morning billing how may i help",
                "customer: this is the third time i'm calling about the same bill",
                "agent: i understand how frustrating that is",
                "customer: you charged me two hundred and fifty dollars twice",
                "agent: unfortunately i can't refund that without the bank statement",
                "customer: so it's still not fixed then, i want to speak to your manager"));

    assertThat(facts.repeatContacts()).hasSize(1);
    assertThat(facts.repeatContacts().get(0).figures()).containsEntry("times", 3.0);
    assertThat(acts(facts, 2)).contains("empathy");
    assertThat(facts.resolution().outcome()).isEqualTo(Resolution.Outcome.UNSOLVED);
    assertThat(facts.escalations()).isNotEmpty();
    assertThat(facts.entities())
        .anyMatch(f -> f.kind().equals("amount") && f.name().equals("250 USD"));
  }

  @Test
  void readsAChineseChat() {
    Facts facts =
        facts(
            Chats.chat(
                "agent: 您好，请问有什么可以帮您",
                "customer: 我上周买的电饭煲煮饭夹生，想换一台",
                "agent: 非常抱歉给您添麻烦了，我非常理解您的心情",
                "customer: 换货要几天",
                "agent: 收到旧机器以后三个工作日内给您寄出新的",
                "agent: 麻烦您先在订单页面申请换货，把发票一起寄回来",
                "customer: 好的谢谢，没有别的问题了",
                "agent: 祝您生活愉快，再见"));

    assertThat(acts(facts, 2)).contains("apology", "empathy");
    assertThat(facts.reasons()).first().extracting(Finding::turn).isEqualTo(1);
    assertThat(facts.promises())
        .anyMatch(p -> p.term().equals("P3D") && p.due().equals("1970-01-06"));
    assertThat(facts.nextSteps()).anyMatch(f -> f.turn() == 5);
    assertThat(facts.questions()).anyMatch(q -> q.answered() && q.answers().get(0).turn() == 4);
    assertThat(facts.resolution().outcome()).isEqualTo(Resolution.Outcome.PARTLY);
    assertThat(facts.entities())
        .anyMatch(f -> f.kind().equals(Facts.PRODUCT) && f.name().contains("电饭煲"));
  }

  @Test
  void seesWhoSolvedIt() {
    Facts facts =
        facts(Chats.chat("customer: 我的耳机连不上手机", "agent: 请问是哪个型号的", "customer: 哦不用了，我自己弄好了"));

    assertThat(facts.resolution().outcome()).isEqualTo(Resolution.Outcome.SOLVED);
    assertThat(facts.resolution().by()).isEqualTo(Resolution.Solver.CUSTOMER);
  }

  @Test
  void namesQuestionsThatNobodyAnswered() {
    Facts facts =
        facts(
            Chats.chat(
                "customer: how much does the express delivery cost",
                "agent: one moment please",
                "agent: thank you for your patience",
                "customer: bye"));

    assertThat(facts.questions())
        .extracting(q -> q.evidence().name())
        .containsExactly(Question.UNANSWERED);
  }

  @Test
  void tellsBitterThanksFromTrueThanks() {
    assertThat(customer("oh great, just great, now the other one is broken as well"))
        .contains("sarcasm");
    assertThat(customer("thank you so much, you've been really helpful")).doesNotContain("sarcasm");
    assertThat(customer("呵呵，你们效率可真高，等了一个月就等来一句抱歉")).contains("sarcasm");
    assertThat(customer("太好了，终于修好了，谢谢你")).doesNotContain("sarcasm");
  }

  private static List<String> customer(String text) {
    return acts(facts(Chats.chat("customer: " + text)), 0);
  }

  @Test
  void survivesAnyConversation() {
    Random random = new Random(5);
    for (int i = 0; i < 12; i++) {
      List<Turn> turns = new ArrayList<>();
      for (int turn = 0; turn < 6; turn++) {
        Speaker speaker = Speaker.values()[random.nextInt(4)];
        turns.add(Turn.written(turn, speaker, 0, RandomText.of(random, random.nextInt(60))));
      }
      for (Finding finding : facts(Chats.of(Channel.CHAT, false, 0, turns)).findings()) {
        String text = turns.get(finding.turn()).text();
        assertThat(finding.start()).isBetween(0, text.length());
        assertThat(finding.end()).isBetween(finding.start(), text.length());
        assertThat(finding.confidence()).isBetween(0.0, 1.0);
      }
    }
    assertThat(LocalDate.ofInstant(Chats.chat().startedAt(), ZoneOffset.UTC))
        .isEqualTo("1970-01-01");
  }

  @Test
  void hasNothingToSayOfSilence() {
    assertThat(facts(Chats.chat())).isEqualTo(Facts.NONE);
  }
}
