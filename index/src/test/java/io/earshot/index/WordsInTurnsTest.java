package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Channel;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.FoundConversation;
import io.earshot.conversation.search.Moment;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server: words by their sound, by their place in a turn, and turns in order. */
class WordsInTurnsTest {
  private static final Map<Character, String> READINGS =
      Map.of('退', "tui", '推', "tui", '款', "kuan", '宽', "kuan", '慢', "man", '忙', "mang");
  private static ConversationIndex index;

  private static List<String> syllables(String text) {
    return text.chars().mapToObj(c -> READINGS.getOrDefault((char) c, "")).toList();
  }

  private static ConversationIndex open(String prefix) {
    ConversationIndex opened =
        ConversationIndex.open(
            LiveServer.get().server().address(),
            TestSettings.withPrefix(prefix),
            TextFold.NONE,
            WordsInTurnsTest::syllables,
            QueryMeaning.NONE);
    opened.prepare();
    return opened;
  }

  @BeforeAll
  static void fill() {
    index = open("words");
    write(
        Samples.named("a")
            .agent("Thank you for calling Acme.")
            .customer("I want my refund, it is late.")
            .agent("I am sorry for that.")
            .customer("Goodbye!"));
    write(
        Samples.named("b")
            .agent("Hello, thank you for calling.")
            .customer("You refined it and it came very very late.")
            .agent("Sorry, goodbye then"));
    write(
        Samples.named("c")
            .channel(Channel.CALL)
            .customer("Where is my re fund?")
            .agent("One moment.")
            .agent("Two moments.")
            .agent("So sorry."));
    write(Samples.named("d").heard("refute", "refund"));
    write(Samples.named("e").customer("我要退款，太慢了").agent("对不起"));
    write(Samples.named("f").customer("我要推宽，很忙").agent("您好").agent("对不起，再见"));
    index.refresh();
  }

  private static void write(Samples samples) {
    index.write(samples.conversation(), samples.analysis());
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<FoundConversation> hits(String query) {
    return Searches.found(index, query, 50).hits();
  }

  private static String names(List<FoundConversation> hits) {
    return hits.stream().map(hit -> hit.conversation().source()).collect(Collectors.joining());
  }

  private static String sorted(String query) {
    return names(hits(query))
        .chars()
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "sounds:refund => abcd",
        "sounds:\"my refund\" => ac",
        "-sounds:refund => bcdef",
        "speaker:agent sounds:refund => ``",
        "sounds:退款 => ef",
        "sounds:tuikuan => ef",
        "sounds:太忙 => e",
        "sounds:acme OR sounds:退款 => aef",
        "refund near/3 late => a",
        "late near/4 refund => a",
        "refund near/2 late => ``",
        "sounds:refund near/9 late => ab",
        "very near/1 very => b",
        "want near/5 want => ``",
        "(refined OR refund) near/4 (it OR late) => ab",
        "ref* near/2 it => ab",
        "\"thank you\" near/2 calling => ab",
        "sorry near/1 goodbye near/1 then => b",
        "退款 near/2 慢 => e",
        "退款 near/1 慢 => ``",
        "start:\"thank you for calling\" => a",
        "start:hello => b",
        "start:sorry => b",
        "end:goodbye => a",
        "end:\"goodbye then\" => b",
        "end:calling => b",
        "end:late => ab",
        "NOT end:late => cdef",
        "start:goodbye end:goodbye => a",
        "start:我要 => ef",
        "end:再见 => f",
        "speaker:agent end:late => ``",
        "refund then sorry within 1 turn => a",
        "(speaker:customer late) then (speaker:agent sorry) within 5 turns => ab",
        "speaker:customer late then speaker:agent sorry within 5 turns => ab",
        "sounds:refund THEN sorry => abc",
        "sounds:refund then sorry within 2 turns => ab",
        "sounds:refund then sorry within 3 turns => abc",
        "sorry then late within 5 turns => ``",
        "speaker:agent then speaker:agent within 1 turn => cf",
        "(speaker:agent NOT sorry) then (speaker:agent NOT sorry) within 1 turn => cf",
        "calling then late then sorry within 1 turn => ab",
        "calling THEN refund THEN goodbye => a",
        "(refund OR refined) then (sorry OR moment) within 1 turn => ab",
        "channel:call sounds:refund then sorry within 3 turns => c",
        "NOT (refund then sorry within 1 turn) => bcdef",
        "退款 then 对不起 within 1 turn => e",
        "sounds:退款 then 对不起 within 2 turns => ef",
        "speaker:customer (refund then goodbye within 2 turns) => a",
      })
  void finds(String query, String names) {
    assertThat(sorted(query)).isEqualTo(names);
  }

  @Test
  void ranksWhatWasSaidFirstThenAlternativesThenSounds() {
    assertThat(names(hits("sounds:refund"))).startsWith("ad").hasSize(4);
    for (FoundConversation hit : hits("sounds:refund")) {
      boolean said = hit.conversation().source().equals("a");
      assertThat(hit.moments()).isNotEmpty();
      assertThat(hit.moments()).allMatch(moment -> moment.soundsLike() != said);
    }
    assertThat(marked(hits("sounds:退款").get(1))).isEqualTo("推宽");
    assertThat(marked(hits("sounds:acme").get(0))).isEqualTo("Acme");
  }

  private static String marked(FoundConversation hit) {
    Moment moment = hit.moments().get(0);
    return moment.spans().stream()
        .map(span -> moment.text().substring(span.start(), span.end()))
        .collect(Collectors.joining(","));
  }

  @Test
  void showsBothTurnsOfAnOrder() {
    List<Moment> moments = hits("refund then sorry within 3 turns").get(0).moments();
    assertThat(moments.stream().map(Moment::turn)).containsExactly(1, 2);
    assertThat(moments).allMatch(moment -> moment.spans().size() == 1);
  }

  @Test
  void marksWordsThatAreNearEachOther() {
    assertThat(marked(hits("refund near/4 late").get(0))).isEqualTo("refund,late");
  }

  @Test
  void keepsToTheScope() {
    Scope nobody = new Scope(false, Set.of("nobody"), false, Set.of());
    for (String query : List.of("sounds:refund", "refund THEN sorry", "NOT (a THEN b)")) {
      Selection selection = Selection.of(query, nobody);
      assertThat(index.finder().find(selection, PageRequest.best(5)).total()).isZero();
      assertThat(index.finder().facets(selection).total()).isZero();
    }
  }

  @Test
  void refusesWhatHasNoWords() {
    assertThatThrownBy(() -> hits("sounds:\"!!\"")).isInstanceOf(QueryMistake.class);
    assertThatThrownBy(() -> hits("a THEN \"!!\"")).isInstanceOf(QueryMistake.class);
  }

  @Test
  void findsOlderConversationsByAllElse() {
    ServerAddress address = LiveServer.get().server().address();
    RawIndex.createWithoutSounds(address, "older-conversations");
    try (ConversationIndex other = open("older")) {
      Samples old = Samples.named("old").customer("a refund").agent("sorry about that");
      RawIndex.writeWithout(
          address,
          "older-conversations",
          old.id().value(),
          other.bulkLines(old.conversation(), old.analysis()),
          List.of("sounds"));
      Samples young = Samples.named("young").customer("a re fund").agent("sorry about this");
      other.write(young.conversation(), young.analysis());
      other.refresh();
      assertThat(ids(other, "sounds:refund")).containsExactlyInAnyOrder(old.id(), young.id());
      for (String query : List.of("start:a", "sorry near/2 about", "a THEN sorry", "a OR sorry")) {
        assertThat(ids(other, query)).containsExactlyInAnyOrder(old.id(), young.id());
      }
      assertThat(ids(other, "sounds:refunt")).containsExactly(young.id());
    }
  }

  /** Whatever the server finds near, in order or at an end, a plain look at the words finds too. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void agreesWithAPlainLook(long seed) {
    Random random = new Random(seed);
    try (ConversationIndex other = open("plain" + seed)) {
      List<List<String>> texts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Samples samples = Samples.named("t" + i);
        List<String> turns = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
          turns.add(text(random));
          samples.customer(turns.get(turn));
        }
        texts.add(turns);
        other.write(samples.conversation(), samples.analysis());
      }
      other.refresh();
      for (int i = 0; i < 25; i++) {
        int distance = 1 + random.nextInt(4);
        String one = word(random);
        String two = word(random);
        assertThat(ids(other, "%s near/%d %s".formatted(one, distance, two)))
            .isEqualTo(
                met(texts, turns -> turns.stream().anyMatch(t -> near(t, one, two, distance))));
        assertThat(ids(other, "start:" + one))
            .isEqualTo(met(texts, turns -> turns.stream().anyMatch(t -> t.startsWith(one))));
        assertThat(ids(other, "end:\"%s %s\"".formatted(one, two)))
            .isEqualTo(
                met(texts, turns -> turns.stream().anyMatch(t -> t.endsWith(one + " " + two))));
        assertThat(ids(other, "%s then %s within %d turns".formatted(one, two, distance)))
            .isEqualTo(met(texts, turns -> inOrder(turns, one, two, distance)));
      }
    }
  }

  private interface Look {
    boolean meets(List<String> turns);
  }

  private static Set<ConversationId> met(List<List<String>> texts, Look look) {
    Set<ConversationId> ids = new java.util.HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      if (look.meets(texts.get(i))) {
        ids.add(ConversationId.ofText("t" + i));
      }
    }
    return ids;
  }

  private static Set<ConversationId> ids(ConversationIndex other, String query) {
    List<FoundConversation> hits = Searches.found(other, query, 100).hits();
    assertThat(hits).allMatch(hit -> !hit.moments().isEmpty());
    return hits.stream().map(hit -> hit.conversation().id()).collect(Collectors.toSet());
  }

  private static boolean near(String text, String one, String two, int distance) {
    List<String> words = List.of(text.split(" "));
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < words.size(); j++) {
        boolean said = words.get(i).equals(one) && words.get(j).equals(two);
        if (said && i != j && Math.abs(i - j) <= distance) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean inOrder(List<String> turns, String one, String two, int within) {
    for (int i = 0; i < turns.size(); i++) {
      for (int j = i + 1; j < turns.size() && j - i <= within; j++) {
        if (turns.get(i).contains(one) && turns.get(j).contains(two)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String text(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      words.add(word(random));
    }
    return String.join(" ", words);
  }

  private static String word(Random random) {
    return List.of("red", "blue", "green", "gold", "black", "white").get(random.nextInt(6));
  }
}
