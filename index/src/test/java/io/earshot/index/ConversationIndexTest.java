package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Channel;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.FoundConversation;
import io.earshot.conversation.search.Moment;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.PageRequest.Order;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real server: keeping, finding and removing conversations. */
class ConversationIndexTest {
  private static final IndexSettings SETTINGS = TestSettings.withPrefix("find");
  private static ConversationIndex index;

  /** A stand-in for sentence models: a direction for each subject. */
  private static Embedding meaning(String model, int subject) {
    float[] vector = new float[model.equals("zh") ? 512 : 384];
    vector[subject] = 1;
    return new Embedding(model, vector);
  }

  private static List<Embedding> meaningOf(String text) {
    return switch (text) {
      case "wants to leave us", "leaving" -> List.of(meaning("zh", 1), meaning("en", 1));
      case "praise" -> List.of(meaning("en", 2));
      default -> List.of(meaning("en", 300));
    };
  }

  @BeforeAll
  static void fill() {
    index =
        ConversationIndex.open(
            LiveServer.get().server().address(),
            SETTINGS,
            text -> text.replace('單', '单').replace('錢', '钱'),
            Pronunciation.NONE,
            ConversationIndexTest::meaningOf);
    index.prepare();
    write(
        Samples.named("a")
            .turn(Speaker.CUSTOMER, "I want a refund, this is broken!", "anger")
            .agent("I am sorry, we refunded your policies yesterday.")
            .turn(Speaker.CUSTOMER, "Then I will go elsewhere.", "anger", meaning("en", 1)));
    write(
        Samples.named("b")
            .attributes(Map.of("agent", "Alice W", "queue", "Billing", "customer", "C-17"))
            .startedAt("2026-01-31T23:59:00Z")
            .channel(Channel.CALL)
            .intents("billing_question", "complaint")
            .score(20)
            .customer("My invoice is wrong, the customer's address too.")
            .agent("No refund is possible here.")
            .turn(Speaker.CUSTOMER, "Thank you, you are great", "joy", meaning("en", 2)));
    write(
        Samples.named("c")
            .language("zh")
            .attributes(Map.of("agent", "王芳"))
            .startedAt("2025-12-01T08:00:00Z")
            .intents("退款")
            .turn(Speaker.CUSTOMER, "我的退款單什么时候到账？ＡＢＣ手机", "neutral")
            .agent("您好，钱已经退了")
            .turn(Speaker.CUSTOMER, "那我以后不用你们了", "anger", meaning("zh", 1)));
    index.refresh();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static void write(Samples sample) {
    index.write(sample.conversation(), sample.analysis());
  }

  private static String found(String query) {
    SearchPage result = Searches.found(index, query, 10);
    List<String> names = new ArrayList<>();
    result.hits().forEach(hit -> names.add(hit.conversation().source()));
    assertThat(result.total()).isEqualTo(names.size());
    return String.join("", names.stream().sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "refund => ab",
        "refunds => ab",
        "REFUND broken => a",
        "policy => a",
        "police =>",
        "\"a refund\" => a",
        "\"refund a\" =>",
        "customer => b",
        "refund NOT broken => b",
        "refund -broken => b",
        "NOT refund => c",
        "refund OR 退款 => abc",
        "invoice || broken => ab",
        "invoice && broken =>",
        "(invoice OR broken) refund => ab",
        "refu* => ab",
        "speaker:customer refund => a",
        "speaker:agent refund => ab",
        "speaker:customer NOT refund => bc",
        "speaker:customer (refund OR invoice) => ab",
        "NOT speaker:system => abc",
        "emotion:anger => ac",
        "emotion:ANGER refund => a",
        "emotion:anger speaker:agent =>",
        "NOT emotion:anger => b",
        "emotion:joy OR 退款 => bc",
        "agent:bobs => a",
        "agent:\"alice w\" => b",
        "agent:ali* => b",
        "agent:王芳 => c",
        "customer:c-17 => b",
        "queue:billing => b",
        "channel:call => b",
        "channel:chat => ac",
        "language:zh => c",
        "source:a => a",
        "intent:billing_* => b",
        "intent:complaint => b",
        "intent:退款 => c",
        "before:2026 => c",
        "after:2026 => ab",
        "before:2026-02 => bc",
        "after:2026-01 before:2026-02 => b",
        "score:<50 => b",
        "score:>=60 => ac",
        "duration:>1m => abc",
        "duration:>5m =>",
        "退款单 => c",
        "退款單 => c",
        "款单 => c",
        "\"到账\" => c",
        "到帐 =>",
        "abc => c",
        "手机 => c",
        "錢 => c",
        "（退款 OR refund）speaker：customer => ac",
        "“到账” => c",
        "~\"wants to leave us\" => ac",
        "~leaving => ac",
        "~praise => b",
        "~praise OR ~leaving => abc",
        "~leaving refund => a",
        "~leaving agent:王芳 => c",
        "~leaving OR invoice => abc",
        "NOT ~leaving => b",
        "speaker:agent ~leaving =>",
        "~unheard =>",
        "* => abc",
        "id:* => abc",
      })
  void picksConversations(String query, String names) {
    assertThat(found(query)).isEqualTo(names == null ? "" : names);
  }

  @Test
  void showsTheMomentWithItsWords() {
    FoundConversation hit = Searches.found(index, "speaker:customer refund", 5).hits().get(0);
    assertThat(hit.conversation().agent()).isEqualTo("BobS");
    assertThat(hit.conversation().startedAt()).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
    assertThat(hit.conversation().channel()).isEqualTo(Channel.CHAT);
    assertThat(hit.moments()).hasSize(1);
    assertThat(hit.moments().get(0).turn()).isZero();
    assertThat(highlighted(hit.moments().get(0))).containsExactly("refund");
  }

  @Test
  void highlightsStemsPhrasesAndChinese() {
    assertThat(highlighted(moment("refund policy", "a", 1)))
        .containsExactly("refunded", "policies");
    assertThat(highlighted(moment("\"want a refund\"", "a", 0))).containsExactly("want a refund");
    assertThat(highlighted(moment("退款单 abc", "c", 0))).containsExactly("退款單", "ＡＢＣ");
  }

  private static Moment moment(String query, String source, int turn) {
    return Searches.found(index, query, 5).hits().stream()
        .filter(hit -> hit.conversation().source().equals(source))
        .flatMap(hit -> hit.moments().stream())
        .filter(moment -> moment.turn() == turn)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> highlighted(Moment moment) {
    return moment.spans().stream()
        .map(span -> moment.text().substring(span.start(), span.end()))
        .toList();
  }

  @Test
  void pointsAtTheTurnThatMeansIt() {
    FoundConversation hit = Searches.found(index, "~leaving refund", 5).hits().get(0);
    assertThat(hit.moments()).extracting(Moment::turn).containsExactly(2, 0, 1);
    assertThat(hit.score()).isGreaterThan(0);
  }

  @Test
  void ordersHitsWithoutWordsByTime() {
    SearchPage result = Searches.found(index, "*", 2);
    assertThat(result.total()).isEqualTo(3);
    assertThat(result.hits())
        .extracting(hit -> hit.conversation().source())
        .containsExactly("a", "b");
    assertThat(
            index
                .finder()
                .find(Selection.of("*", Scope.ALL), new PageRequest(Order.RELEVANCE, true, 2, 2))
                .hits())
        .extracting(hit -> hit.conversation().source())
        .containsExactly("c");
    assertThat(result.hits().get(0).moments()).isEmpty();
  }

  @Test
  void keepsWhatWasSaidAboutAConversation() {
    ConversationSummary stored = index.summary(ConversationId.ofText("b")).orElseThrow();
    assertThat(stored.agent()).isEqualTo("Alice W");
    assertThat(stored.turns()).isEqualTo(3);
    assertThat(stored.intents()).hasSize(2);
    assertThat(stored.emotion().peakEnd()).isEqualTo(-0.15);
    assertThat(stored.summary()).containsExactly("The first sentence.");
    assertThat(index.summary(ConversationId.ofText("nobody"))).isEmpty();
  }

  @Test
  void namesEverythingAndNothingElse() {
    assertThat(index.ids())
        .containsExactlyInAnyOrderElementsOf(
            List.of("a", "b", "c").stream().map(ConversationId::ofText).toList());
    assertThat(index.count()).isEqualTo(3);
    assertThat(index.contains(ConversationId.ofText("a"))).isTrue();
    assertThat(index.contains(ConversationId.ofText("z"))).isFalse();
  }

  @Test
  void refusesAMistypedQuery() {
    assertThatThrownBy(() -> Searches.found(index, "refund ?!", 1))
        .isInstanceOf(QueryMistake.class)
        .hasMessageContaining("at 8");
  }

  @Test
  void findsWhatMayHaveBeenSaidBehindWhatSurelyWas() {
    try (ConversationIndex other = open("perhaps")) {
      Samples doubtful = Samples.named("doubtful").heard("accountant", "account", "a count");
      Samples sure = Samples.named("sure").customer("what about my account");
      other.write(doubtful.conversation(), doubtful.analysis());
      other.write(sure.conversation(), sure.analysis());
      other.refresh();

      List<FoundConversation> hits = Searches.found(other, "account", 5).hits();
      assertThat(hits)
          .extracting(hit -> hit.conversation().source())
          .containsExactly("sure", "doubtful");
      assertThat(highlighted(hits.get(1).moments().get(0))).containsExactly("accountant");
      assertThat(Searches.found(other, "\"account\"", 5).total()).isEqualTo(1);
      assertThat(Searches.found(other, "NOT account", 5).hits())
          .extracting(hit -> hit.conversation().source())
          .containsExactly("doubtful");
    }
  }

  @Test
  void replacesAnEarlierVersionWithAllItsTurns() {
    try (ConversationIndex other = open("replace")) {
      Samples longer =
          Samples.named("x")
              .turn(Speaker.CUSTOMER, "one", "joy", meaning("en", 2))
              .turn(Speaker.CUSTOMER, "two", "joy", meaning("en", 1));
      Samples shorter = Samples.named("x").turn(Speaker.CUSTOMER, "one", "joy", meaning("en", 2));
      other.write(longer.conversation(), longer.analysis());
      other.write(shorter.conversation(), shorter.analysis());
      other.refresh();
      assertThat(other.count()).isEqualTo(1);
      assertThat(Searches.found(other, "~leaving", 1).total()).isZero();
      assertThat(Searches.found(other, "~praise", 1).total()).isEqualTo(1);
      other.delete(longer.id());
      other.refresh();
      assertThat(other.count()).isZero();
      assertThat(Searches.found(other, "~praise", 1).total()).isZero();
      other.delete(longer.id());
    }
  }

  @Test
  void isPreparedByManyAtOnceAndRefusesAnotherSchema() {
    try (ConversationIndex one = openUnprepared("twice");
        ConversationIndex two = openUnprepared("twice")) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(one::prepare);
      two.prepare();
      first.join();
      one.prepare();
      assertThat(one.count()).isZero();
    }
    RawIndex.create(LiveServer.get().server().address(), "foreign-conversations");
    try (ConversationIndex foreign = openUnprepared("foreign")) {
      assertThatThrownBy(foreign::prepare)
          .isInstanceOfSatisfying(
              EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
          .hasMessageContaining("foreign-conversations")
          .hasMessageContaining("index.prefix");
    }
  }

  @Test
  void failsOnlyTheConversationThatDoesNotFit() {
    try (ConversationIndex other = open("items")) {
      float[] wrong = new float[7];
      Arrays.fill(wrong, 1);
      Samples bad =
          Samples.named("bad").turn(Speaker.CUSTOMER, "secret", "joy", new Embedding("en", wrong));
      List<CompletableFuture<Void>> good = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Samples sample = Samples.named("good" + i).customer("hello").agent("hi");
        good.add(
            CompletableFuture.runAsync(
                () -> other.write(sample.conversation(), sample.analysis())));
      }
      assertThatThrownBy(() -> other.write(bad.conversation(), bad.analysis()))
          .isInstanceOfSatisfying(
              EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
          .hasMessageNotContaining("secret");
      good.forEach(CompletableFuture::join);
      assertThat(other.count()).isEqualTo(50);
      assertThat(other.contains(bad.id())).isFalse();
    }
  }

  private static ConversationIndex open(String prefix) {
    ConversationIndex opened = openUnprepared(prefix);
    opened.prepare();
    return opened;
  }

  private static ConversationIndex openUnprepared(String prefix) {
    return ConversationIndex.open(
        LiveServer.get().server().address(),
        TestSettings.withPrefix(prefix),
        TextFold.NONE,
        Pronunciation.NONE,
        ConversationIndexTest::meaningOf);
  }
}
