package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.search.Completion;
import io.earshot.conversation.search.Completions;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.FacetCounts.Counted;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.PageRequest.Order;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.conversation.search.Range;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server: selections, scopes, facets, samples, rows and completions. */
class FinderTest {
  private static final Scope ANN = new Scope(false, Set.of("Ann"), true, Set.of());
  private static ConversationIndex index;
  private static Finder finder;

  private static Embedding meaning(int subject) {
    float[] vector = new float[384];
    vector[subject] = 1;
    return new Embedding("en", vector);
  }

  @BeforeAll
  static void fill() {
    index =
        ConversationIndex.open(
            LiveServer.get().server().address(),
            TestSettings.withPrefix("finder"),
            TextFold.NONE,
            Pronunciation.NONE,
            text -> List.of(meaning(1)));
    index.prepare();
    finder = index.finder();
    write(
        Samples.named("a")
            .attributes(Map.of("agent", "Ann", "queue", "Billing", "customer", "C-1"))
            .startedAt("2026-03-05T10:00:00Z")
            .channel(Channel.CALL)
            .lasting(60_000)
            .score(20)
            .intents("refund", "delivery")
            .marked("anger", Shape.ESCALATION)
            .outcome(Outcome.UNSOLVED)
            .turn(Speaker.CUSTOMER, "I want a refund", "anger", meaning(1)));
    write(
        Samples.named("b")
            .attributes(Map.of("agent", "Bob", "queue", "Billing", "customer", "C-1"))
            .startedAt("2026-03-06T10:00:00Z")
            .lasting(600_000)
            .score(100)
            .marked("joy", Shape.BRIGHTENING)
            .outcome(Outcome.SOLVED)
            .turn(Speaker.CUSTOMER, "the refund arrived refund", "joy", meaning(1)));
    write(
        Samples.named("c")
            .attributes(Map.of("agent", "Ann", "queue", "Orders \"A\""))
            .startedAt("2026-03-07T10:00:00Z")
            .lasting(20_000)
            .score(55)
            .intents("delivery")
            .marked("neutral", Shape.STEADY)
            .customer("where is my parcel"));
    write(
        Samples.named("d")
            .attributes(Map.of())
            .startedAt("2026-03-07T11:00:00Z")
            .score(55)
            .marked("neutral", Shape.STEADY)
            .turn(Speaker.CUSTOMER, "nothing in particular", "neutral", meaning(1)));
    index.refresh();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static void write(Samples sample) {
    index.write(sample.conversation(), sample.analysis());
  }

  private static String names(SearchPage page) {
    StringBuilder names = new StringBuilder();
    page.hits().forEach(hit -> names.append(hit.conversation().source()));
    return names.toString();
  }

  private static String found(Selection selection) {
    SearchPage page = finder.find(selection, new PageRequest(Order.STARTED_AT, false, 0, 50));
    assertThat(page.total()).isEqualTo(page.hits().size());
    assertThat(finder.facets(selection).total()).isEqualTo(page.total());
    return names(page);
  }

  private static Selection all() {
    return Selection.all(Scope.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "CHANNEL,call,a",
    "SOURCE,b,b",
    "AGENT,Ann,ac",
    "CUSTOMER,C-1,ab",
    "QUEUE,Billing,ab",
    "LANGUAGE,en,abcd",
    "EMOTION,neutral,cd",
    "INTENT,delivery,ac",
    "OUTCOME,unknown,cd",
    "OUTCOME,solved,b",
    "SHAPE,escalation,a",
    "AGENT,'',d",
    "AGENT,ann,''",
  })
  void narrowsByAFacet(Facet facet, String value, String names) {
    assertThat(found(all().with(facet, List.of(value)))).isEqualTo(names);
  }

  @Test
  void narrowsByPeriodScoreAndLength() {
    assertThat(found(all().during(period("2026-03-06T10:00:00Z", "2026-03-07T10:00:00Z"))))
        .isEqualTo("b");
    assertThat(found(bounded(new Range(55, 100), Range.ANY))).isEqualTo("bcd");
    assertThat(found(bounded(Range.ANY, new Range(20_000, 60_000)))).isEqualTo("ac");
    assertThat(
            found(
                all()
                    .with(Facet.AGENT, List.of("Ann", "Bob"))
                    .with(Facet.CHANNEL, List.of("chat"))))
        .isEqualTo("bc");
  }

  private static Selection bounded(Range score, Range durationMs) {
    return new Selection("", Instant.MIN, Instant.MAX, Map.of(), score, durationMs, Scope.ALL);
  }

  private static Period period(String from, String to) {
    return new Period(Instant.parse(from), Instant.parse(to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "refund",
        "refund OR parcel OR nothing",
        "NOT parcel",
        "* OR refund",
        "agent:bob OR agent:ann",
        "NOT agent:ann",
        "NOT (agent:ann OR queue:billing)",
        "agent:*",
        "agent:bob",
        "id:*",
        "speaker:customer",
        "NOT speaker:agent",
        "emotion:joy",
        "~refund",
        "NOT ~refund",
        "~refund OR NOT agent:ann",
        "~refund OR *",
        "outcome:solved OR outcome:unsolved",
        "shape:*",
        "before:2030",
        "score:>0",
      })
  void keepsToTheScopeWhateverIsAsked(String query) {
    for (Scope scope :
        List.of(
            ANN,
            new Scope(true, Set.of(), false, Set.of("Billing")),
            new Scope(false, Set.of("Ann"), false, Set.of("Billing")),
            new Scope(false, Set.of("ann", "A*"), true, Set.of()))) {
      Selection selection = Selection.of(query, scope);
      List<ConversationSummary> seen = new ArrayList<>();
      finder.find(selection, PageRequest.best(50)).hits().forEach(h -> seen.add(h.conversation()));
      finder
          .find(selection, PageRequest.newest(50))
          .hits()
          .forEach(h -> seen.add(h.conversation()));
      finder.sample(selection, 50, 1).hits().forEach(h -> seen.add(h.conversation()));
      finder.each(selection, seen::add);
      assertThat(seen).allMatch(one -> scope.covers(one.agent(), one.queue()), scope.toString());
      FacetCounts counts = finder.facets(selection);
      assertThat(counts.fields().get(Facet.AGENT))
          .allMatch(agent -> scope.everyAgent() || scope.agents().contains(agent.value()));
      assertThat(counts.total()).isEqualTo(seen.size() / 4);
      assertThat(index.figures().figures(selection).conversations()).isEqualTo(counts.total());
    }
  }

  @Test
  void aScopeIsNoChoiceThatAFacetSets() {
    Selection selection = Selection.all(ANN).with(Facet.AGENT, List.of("Bob"));
    assertThat(finder.facets(selection).fields().get(Facet.AGENT))
        .containsExactly(new Counted("Ann", 2));
    assertThat(found(selection)).isEmpty();
  }

  @Test
  void searchesByMeaningAmongWhatIsWantedAlone() {
    assertThat(found(Selection.of("~refund", Scope.ALL))).isEqualTo("abd");
    assertThat(found(Selection.of("~refund", ANN))).isEqualTo("a");
    assertThat(found(Selection.of("~refund", Scope.ALL).with(Facet.OUTCOME, List.of("solved"))))
        .isEqualTo("b");
    assertThat(found(Selection.of("~refund", Scope.ALL).with(Facet.SHAPE, List.of("escalation"))))
        .isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "STARTED_AT,true,dcba",
    "STARTED_AT,false,abcd",
    "SCORE,true,bdca",
    "SCORE,false,adcb",
    "DURATION,false,cadb",
    "AGENT,false,cabd",
    "AGENT,true,bcad",
    "RELEVANCE,true,dcba",
  })
  void sorts(Order order, boolean descending, String names) {
    assertThat(names(finder.find(all(), new PageRequest(order, descending, 0, 10))))
        .isEqualTo(names);
    StringBuilder paged = new StringBuilder();
    for (int offset = 0; offset < 4; offset++) {
      paged.append(names(finder.find(all(), new PageRequest(order, descending, offset, 1))));
    }
    assertThat(paged.toString()).isEqualTo(names);
  }

  @Test
  void ranksOnlyWhenAskedTo() {
    Selection refund = Selection.of("refund", Scope.ALL);
    assertThat(finder.find(refund, PageRequest.newest(9)).hits()).hasSize(2);
    assertThat(names(finder.find(refund, new PageRequest(Order.SCORE, false, 0, 9))))
        .isEqualTo("ab");
    assertThat(finder.find(refund, PageRequest.best(9)).hits().get(0).score()).isPositive();
    assertThat(names(finder.find(Selection.of("~refund", Scope.ALL), PageRequest.newest(9))))
        .isEqualTo("dba");
    assertThat(finder.find(refund, PageRequest.newest(9)).hits().get(0).moments()).hasSize(1);
  }

  @Test
  void countsEachFieldWithoutItsOwnCondition() {
    Selection selection =
        all().with(Facet.AGENT, List.of("Ann")).with(Facet.QUEUE, List.of("Billing"));
    FacetCounts counts = finder.facets(selection);
    assertThat(counts.total()).isEqualTo(1);
    assertThat(counts.fields().get(Facet.AGENT))
        .containsExactly(new Counted("Ann", 1), new Counted("Bob", 1));
    assertThat(counts.fields().get(Facet.QUEUE))
        .containsExactly(new Counted("Billing", 1), new Counted("Orders \"A\"", 1));
    assertThat(counts.fields().get(Facet.CHANNEL)).containsExactly(new Counted("call", 1));
    assertThat(counts.fields().get(Facet.INTENT)).hasSize(2);
    assertThat(counts.fields()).doesNotContainKey(Facet.CUSTOMER);
  }

  @Test
  void countsBandsAndDays() {
    FacetCounts counts = finder.facets(bounded(new Range(50, 60), Range.ANY));
    assertThat(counts.total()).isEqualTo(2);
    assertThat(counts.score()).hasSize(10);
    assertThat(counts.score().get(2).count()).isEqualTo(1);
    assertThat(counts.score().get(9).count()).as("100 is in the last band").isEqualTo(1);
    assertThat(counts.score().get(9).to()).isEqualTo(100);
    assertThat(counts.durationMs().get(0).count()).isEqualTo(1);
    assertThat(counts.durationMs().get(2).count()).isEqualTo(1);
    assertThat(counts.durationMs().get(8).to()).isInfinite();
    assertThat(counts.days()).hasSize(1);
    assertThat(counts.days().get(0).day()).isEqualTo("2026-03-07");
    assertThat(counts.days().get(0).count()).isEqualTo(2);
  }

  @Test
  void findsOutcomesAndShapesByQuery() {
    assertThat(found(Selection.of("outcome:solved", Scope.ALL))).isEqualTo("b");
    assertThat(found(Selection.of("shape:escalation OR shape:steady", Scope.ALL))).isEqualTo("acd");
    assertThatThrownBy(() -> finder.check("outcome:sloved"))
        .isInstanceOfSatisfying(
            QueryMistake.class,
            mistake -> {
              assertThat(mistake).hasMessageContaining("did you mean solved?");
              assertThat(mistake.start()).isEqualTo(8);
              assertThat(mistake.end()).isEqualTo(14);
            });
  }

  private static List<String> proposed(String query) {
    Completions found = finder.complete(query, query.length(), Scope.ALL);
    return found.completions().stream().map(Completion::text).toList();
  }

  @Test
  void proposesWhatFits() {
    assertThat(proposed("")).contains("agent:", "outcome:", "AND").startsWith("speaker:");
    assertThat(proposed("refund -a")).containsExactly("agent:", "after:", "AND");
    assertThat(proposed("agent:")).containsExactly("agent:Ann", "agent:Bob");
    assertThat(proposed("refund (agent:a")).containsExactly("agent:Ann");
    assertThat(proposed("queue:")).containsExactly("queue:Billing", "queue:「Orders \"A\"」");
    assertThat(proposed("queue:\"bill")).containsExactly("queue:Billing");
    assertThat(proposed("emotion:")).contains("emotion:anger", "emotion:joy");
    assertThat(proposed("outcome:un")).containsExactly("outcome:unsolved", "outcome:unknown");
    assertThat(proposed("\"agent")).isEmpty();
    assertThat(proposed("score:")).isEmpty();
    assertThat(proposed("agent:.*")).isEmpty();
    for (String proposal : proposed("queue:")) {
      assertThat(finder.find(Selection.of(proposal, Scope.ALL), PageRequest.best(9)).total())
          .isPositive();
    }
  }

  @Test
  void proposesValuesOfTheScopeAlone() {
    Completions found = finder.complete("x agent:", 8, ANN);
    assertThat(found.completions())
        .containsExactly(new Completion("agent:Ann", Completion.Kind.VALUE, 2));
    assertThat(found.start()).isEqualTo(2);
    assertThat(found.end()).isEqualTo(8);
    assertThat(finder.complete("source:", 7, ANN).completions()).hasSize(2);
  }

  @Test
  void stillFindsWhatAnEarlierReleaseWrote() {
    try (ConversationIndex other =
        ConversationIndex.open(
            LiveServer.get().server().address(),
            TestSettings.withPrefix("earlier"),
            TextFold.NONE)) {
      other.prepare();
      Samples young = Samples.named("young").outcome(Outcome.SOLVED).customer("hi");
      Samples old = Samples.named("old").outcome(Outcome.SOLVED).customer("hello");
      other.write(young.conversation(), young.analysis());
      RawIndex.writeWithout(
          LiveServer.get().server().address(),
          "earlier-conversations",
          old.id().value(),
          other.bulkLines(old.conversation(), old.analysis()),
          List.of("outcome", "figures"));
      other.refresh();
      Selection everything = Selection.all(Scope.ALL);
      assertThat(other.finder().find(everything, PageRequest.best(9)).total()).isEqualTo(2);
      assertThat(
              other
                  .finder()
                  .find(everything.with(Facet.OUTCOME, List.of("unknown")), PageRequest.best(9))
                  .hits())
          .extracting(hit -> hit.conversation().source())
          .containsExactly("old");
      assertThat(other.finder().facets(everything).fields().get(Facet.OUTCOME))
          .containsExactlyInAnyOrder(new Counted("solved", 1), new Counted("unknown", 1));
      assertThat(other.figures().figures(everything).conversations()).isEqualTo(2);
      assertThat(other.figures().figures(everything).solvedShare()).isEqualTo(1);
    }
  }
}
