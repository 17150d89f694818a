package io.earshot.routes.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.console.finding.ConversationSearch;
import io.earshot.console.overview.ConversationFigures;
import io.earshot.console.testing.Sketch;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.CoursePoint;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.Figures;
import io.earshot.conversation.search.Interval;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.PageRequest.Order;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What whoever answers the console's searches and figures promises. Both the index and the stand-in
 * are filled with {@link #sketches} and asked the same.
 */
abstract class FindingContract {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Scope ANN = new Scope(false, Set.of("Ann"), true, Set.of());

  abstract ConversationSearch search();

  abstract ConversationFigures figures();

  static List<Sketch> sketches() {
    Random random = new Random(11);
    List<Sketch> sketches = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Sketch sketch =
          Sketch.named("s%02d".formatted(i))
              .at(Instant.parse("2026-03-20T00:00:00Z").plusSeconds(19_000L * i).toString())
              .channel(random.nextBoolean() ? Channel.CALL : Channel.CHAT)
              .lasting(random.nextInt(4) * 45_000L)
              .answeredAfter(random.nextInt(3) * 1_000L)
              .score(random.nextInt(11) * 10)
              .stars(1 + random.nextInt(5))
              .outcome(Outcome.values()[random.nextInt(4)])
              .intents("intent" + random.nextInt(4))
              .saying(random.nextInt(3) == 0 ? "a refund please" : "my parcel");
      if (random.nextInt(5) > 0) {
        sketch.by(random.nextBoolean() ? "Ann" : "Bob");
      }
      if (random.nextBoolean()) {
        sketch.with(Conversation.QUEUE, "Billing");
      }
      if (random.nextInt(3) == 0) {
        sketch.marked("anger", -0.8, Shape.ESCALATION).escalated();
      }
      sketches.add(sketch);
    }
    return sketches;
  }

  private static Selection all() {
    return Selection.all(Scope.ALL);
  }

  private static Period week() {
    return new Period(Instant.parse("2026-03-26T23:00:00Z"), Instant.parse("2026-04-02T22:00:00Z"));
  }

  private static List<String> sources(SearchPage page) {
    return page.hits().stream().map(hit -> hit.conversation().source()).toList();
  }

  @Test
  void pagesInOrderAndCountsAll() {
    SearchPage page = search().find(all(), new PageRequest(Order.STARTED_AT, true, 2, 3));
    assertThat(page.total()).isEqualTo(60);
    assertThat(sources(page)).containsExactly("s57", "s56", "s55");
    SearchPage best = search().find(all(), new PageRequest(Order.SCORE, true, 0, 60));
    assertThat(best.hits())
        .isSortedAccordingTo(
            (one, other) ->
                Double.compare(other.conversation().score(), one.conversation().score()));
  }

  @Test
  void narrowsByEveryCondition() {
    Selection chosen =
        all().with(Facet.AGENT, List.of("Ann", "Bob")).with(Facet.EMOTION, List.of("anger"));
    SearchPage page = search().find(chosen.during(week()), PageRequest.newest(60));
    assertThat(page.hits()).isNotEmpty();
    for (var hit : page.hits()) {
      ConversationSummary found = hit.conversation();
      assertThat(found.agent()).isNotEmpty();
      assertThat(found.emotion().label()).isEqualTo("anger");
      assertThat(found.startedAt()).isBetween(week().from(), week().to());
    }
  }

  @Test
  void findsWordsWithTheirMoments() {
    SearchPage page = search().find(Selection.of("refund", Scope.ALL), PageRequest.newest(60));
    assertThat(page.hits()).isNotEmpty();
    assertThat(page.hits())
        .allSatisfy(hit -> assertThat(hit.moments().get(0).text()).contains("refund"));
    assertThat(page.hits().get(0).moments().get(0).spans()).hasSize(1);
  }

  @Test
  void keepsToTheScope() {
    Selection bounded = Selection.of("refund", ANN).with(Facet.AGENT, List.of("Ann", "Bob"));
    assertThat(search().find(bounded, PageRequest.newest(60)).hits())
        .isNotEmpty()
        .allMatch(hit -> hit.conversation().agent().equals("Ann"));
    assertThat(search().sample(Selection.all(ANN), 60, 3).hits())
        .allMatch(hit -> hit.conversation().agent().equals("Ann"));
    search().each(Selection.all(ANN), row -> assertThat(row.agent()).isEqualTo("Ann"));
    assertThat(search().facets(Selection.all(ANN)).fields().get(Facet.AGENT)).hasSize(1);
    assertThat(figures().figures(bounded).conversations())
        .isEqualTo(search().find(bounded, PageRequest.newest(1)).total());
    assertThat(search().complete("agent:", 6, ANN).completions()).hasSize(1);
  }

  @Test
  void countsEachFieldWithoutItsOwnCondition() {
    Selection chosen =
        all().with(Facet.AGENT, List.of("Ann")).with(Facet.OUTCOME, List.of("solved"));
    FacetCounts counts = search().facets(chosen);
    assertThat(counts.total()).isEqualTo(search().find(chosen, PageRequest.newest(1)).total());
    counts
        .fields()
        .forEach(
            (facet, values) ->
                values.forEach(
                    counted ->
                        assertThat(counted.count())
                            .as("%s %s", facet, counted.value())
                            .isEqualTo(
                                search()
                                    .find(
                                        chosen.with(facet, List.of(counted.value())),
                                        PageRequest.newest(1))
                                    .total())));
    assertThat(counts.score().stream().mapToLong(FacetCounts.Band::count).sum())
        .isEqualTo(counts.total());
    assertThat(counts.durationMs().stream().mapToLong(FacetCounts.Band::count).sum())
        .isEqualTo(counts.total());
    assertThat(counts.days().stream().mapToLong(FacetCounts.Day::count).sum())
        .isEqualTo(counts.total());
  }

  @Test
  void drawsTheSameSampleForTheSameSeed() {
    List<String> drawn = sources(search().sample(all(), 10, 4));
    assertThat(drawn).hasSize(10).doesNotHaveDuplicates();
    assertThat(sources(search().sample(all(), 10, 4))).isEqualTo(drawn);
    assertThat(sources(search().sample(all(), 10, 5))).isNotEqualTo(drawn);
  }

  @Test
  void handsOverEveryRowNewestFirst() {
    List<ConversationSummary> rows = new ArrayList<>();
    search().each(all(), rows::add);
    assertThat(rows).hasSize(60);
    assertThat(rows.get(0).source()).isEqualTo("s59");
    assertThat(search().summary(rows.get(7).id()).orElseThrow().source()).isEqualTo("s52");
  }

  @Test
  void saysWhereAQueryIsWrong() {
    assertThatThrownBy(() -> search().check("ab (cd"))
        .isInstanceOfSatisfying(
            QueryMistake.class, mistake -> assertThat(mistake.start()).isEqualTo(3));
    Selection wrong = Selection.of("ab (cd", Scope.ALL);
    assertThatThrownBy(() -> search().find(wrong, PageRequest.newest(1)))
        .isInstanceOf(QueryMistake.class);
    assertThatThrownBy(() -> search().facets(wrong)).isInstanceOf(QueryMistake.class);
    assertThatThrownBy(() -> figures().figures(wrong)).isInstanceOf(QueryMistake.class);
  }

  @Test
  void figuresAreTheMeansOfWhatIsFound() {
    List<ConversationSummary> rows = new ArrayList<>();
    search().each(all().during(week()), rows::add);
    Figures found = figures().figures(all().during(week()));
    assertThat(found.conversations()).isEqualTo(rows.size());
    assertThat(found.score())
        .isCloseTo(
            rows.stream().mapToDouble(ConversationSummary::score).average().orElseThrow(),
            within(1e-6));
    assertThat(found.negativeShare())
        .isCloseTo(
            rows.stream().filter(row -> row.emotion().label().equals("anger")).count()
                / (double) rows.size(),
            within(1e-6));
    assertThat(found.escalationShare()).isCloseTo(found.negativeShare(), within(1e-6));
    assertThat(found.durationMs())
        .isCloseTo(
            rows.stream()
                .mapToLong(ConversationSummary::durationMs)
                .filter(duration -> duration > 0)
                .average()
                .orElseThrow(),
            within(1e-6));
  }

  @Test
  void coursesAndBreakdownsAddUpToTheWhole() {
    long whole = figures().figures(all().during(week())).conversations();
    for (Interval interval : Interval.values()) {
      List<CoursePoint> course = figures().course(all(), interval.parts(week(), ZONE, 1_000));
      assertThat(course.stream().mapToLong(point -> point.figures().conversations()).sum())
          .isEqualTo(whole);
    }
    Period before = week().sameWeekdaysBefore(ZONE);
    for (Dimension by :
        List.of(
            Dimension.CHANNEL,
            Dimension.INTENT,
            Dimension.OUTCOME,
            Dimension.HOUR_OF_DAY,
            Dimension.WEEKDAY)) {
      List<BreakdownRow> rows = figures().breakdown(all(), by, week(), before, ZONE, 100);
      assertThat(rows.stream().mapToLong(row -> row.now().conversations()).sum())
          .as(by.code())
          .isEqualTo(whole);
      assertThat(rows.stream().mapToLong(row -> row.before().conversations()).sum())
          .as(by.code())
          .isEqualTo(figures().figures(all().during(before)).conversations());
      assertThat(rows)
          .isSortedAccordingTo(
              (one, other) -> Long.compare(other.now().conversations(), one.now().conversations()));
    }
  }
}
