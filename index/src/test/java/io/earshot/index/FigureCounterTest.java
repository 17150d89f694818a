package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.CoursePoint;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.Figures;
import io.earshot.conversation.search.Interval;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real server: figures, each computed by hand. */
class FigureCounterTest {
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Selection ALL = Selection.all(Scope.ALL);
  private static ConversationIndex index;
  private static FigureCounter figures;

  @BeforeAll
  static void fill() {
    index =
        ConversationIndex.open(
            LiveServer.get().server().address(), TestSettings.withPrefix("figures"), TextFold.NONE);
    index.prepare();
    figures = index.figures();
    // The angry one: its turn's valence is below zero. Sunday, clocks go forward in Berlin.
    write(
        Samples.named("a")
            .attributes(Map.of("agent", "Ann"))
            .startedAt("2026-03-29T00:30:00Z")
            .lasting(60_000)
            .answeredAfter(1_000)
            .score(10)
            .outcome(Outcome.UNSOLVED)
            .escalated()
            .marked("anger", Shape.ESCALATION)
            .turn(io.earshot.conversation.Speaker.CUSTOMER, "no", "anger"));
    write(
        Samples.named("b")
            .attributes(Map.of("agent", "Bob"))
            .startedAt("2026-03-29T01:30:00Z")
            .lasting(120_000)
            .answeredAfter(3_000)
            .score(40)
            .outcome(Outcome.SOLVED)
            .marked("neutral", Shape.STEADY)
            .customer("fine"));
    // A chat of which neither times nor outcome are known.
    write(
        Samples.named("c")
            .attributes(Map.of("agent", "Ann"))
            .startedAt("2026-03-29T22:10:00Z")
            .lasting(0)
            .answeredAfter(0)
            .score(70)
            .marked("neutral", Shape.STEADY)
            .customer("hm"));
    write(
        Samples.named("w")
            .attributes(Map.of("agent", "Ann"))
            .startedAt("2026-03-22T00:30:00Z")
            .score(90)
            .marked("neutral", Shape.STEADY)
            .customer("hm"));
    index.refresh();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static void write(Samples sample) {
    index.write(sample.conversation(), sample.analysis());
  }

  private static Period period(String from, String to) {
    return new Period(Instant.parse(from), Instant.parse(to));
  }

  /** Sunday 29 March 2026 in Berlin: 23 hours. */
  private static Period sunday() {
    return period("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
  }

  @Test
  void takesMeansOfWhatIsKnown() {
    Figures all =
        figures.figures(ALL.during(period("2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z")));
    assertThat(all.conversations()).isEqualTo(3);
    assertThat(all.negativeShare()).isEqualTo(1 / 3.0, CLOSE);
    assertThat(all.score()).isEqualTo(40, CLOSE);
    assertThat(all.satisfaction()).isEqualTo(2.5, CLOSE);
    assertThat(all.durationMs()).as("the chat has no times").isEqualTo(90_000, CLOSE);
    assertThat(all.firstResponseMs()).isEqualTo(2_000, CLOSE);
    assertThat(all.solvedShare()).as("of the two that are known").isEqualTo(0.5, CLOSE);
    assertThat(all.escalationShare()).isEqualTo(1 / 3.0, CLOSE);
  }

  @Test
  void nothingHasNoMeans() {
    assertThat(figures.figures(ALL.with(Facet.AGENT, List.of("Nobody")))).isEqualTo(Figures.NONE);
  }

  @Test
  void followsTheDaysOfAZone() {
    Period days = period("2026-03-28T23:00:00Z", "2026-03-31T22:00:00Z");
    List<CoursePoint> course = figures.course(ALL, Interval.DAY.parts(days, BERLIN, 10));
    assertThat(course)
        .extracting(point -> point.figures().conversations())
        .containsExactly(2L, 1L, 0L);
    assertThat(course.get(0).to()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(course.get(0).figures().score()).isEqualTo(25, CLOSE);
    assertThat(course.get(2).figures()).isEqualTo(Figures.NONE);
    assertThat(figures.course(ALL, List.of())).isEmpty();
  }

  @Test
  void everyStepCountsWhatItsOwnPeriodFinds() {
    Period whole = period("2026-03-20T07:13:00Z", "2026-03-30T19:31:00Z");
    for (String zone : List.of("UTC", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe")) {
      for (CoursePoint point :
          figures.course(ALL, Interval.HOUR.parts(whole, ZoneId.of(zone), 1000))) {
        if (point.figures().conversations() > 0) {
          assertThat(point.figures())
              .isEqualTo(figures.figures(ALL.during(new Period(point.from(), point.to()))));
        }
      }
    }
  }

  @Test
  void breaksDownByAValueAgainstTheWeekBefore() {
    List<BreakdownRow> rows =
        figures.breakdown(
            ALL, Dimension.AGENT, sunday(), sunday().sameWeekdaysBefore(BERLIN), BERLIN, 10);
    assertThat(rows).extracting(BreakdownRow::value).containsExactly("Ann", "Bob");
    assertThat(rows.get(0).now().score()).isEqualTo(10, CLOSE);
    assertThat(rows.get(0).before().score()).isEqualTo(90, CLOSE);
    assertThat(rows.get(1).before()).isEqualTo(Figures.NONE);
    assertThat(breakdown(Dimension.OUTCOME)).containsExactly("solved", "unsolved", "unknown");
    assertThat(breakdown(Dimension.EMOTION)).containsExactly("anger", "neutral");
    assertThat(breakdown(Dimension.CHANNEL)).containsExactly("chat");
    assertThat(breakdown(Dimension.QUEUE)).isEmpty();
  }

  @Test
  void breaksDownByTheClockOfAZone() {
    // 00:30 UTC is 1:30 in Berlin; an hour later it is 3:30, for there is no 2 o'clock that day.
    assertThat(breakdown(Dimension.HOUR_OF_DAY)).containsExactly("1", "3");
    assertThat(breakdown(Dimension.WEEKDAY)).containsExactly("7");
    List<BreakdownRow> indian =
        figures.breakdown(
            ALL,
            Dimension.HOUR_OF_DAY,
            sunday(),
            sunday().sameWeekdaysBefore(BERLIN),
            ZoneId.of("Asia/Kolkata"),
            1);
    assertThat(indian).hasSize(1);
    assertThat(indian.get(0).value()).isEqualTo("6");
  }

  private static List<String> breakdown(Dimension by) {
    return figures
        .breakdown(ALL, by, sunday(), sunday().sameWeekdaysBefore(BERLIN), BERLIN, 10)
        .stream()
        .map(BreakdownRow::value)
        .toList();
  }

  @Test
  void keepsToTheScope() {
    Scope bob = new Scope(false, java.util.Set.of("Bob"), true, java.util.Set.of());
    assertThat(figures.figures(Selection.all(bob)).conversations()).isEqualTo(1);
    assertThat(
            figures.breakdown(
                Selection.all(bob),
                Dimension.AGENT,
                sunday(),
                sunday().sameWeekdaysBefore(BERLIN),
                BERLIN,
                10))
        .hasSize(1);
  }
}
