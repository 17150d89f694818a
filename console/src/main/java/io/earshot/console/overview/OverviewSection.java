package io.earshot.console.overview;

import io.earshot.console.access.Right;
import io.earshot.console.finding.SelectionParameters;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.CoursePoint;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Interval;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Selection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Figures of a period, against the same weekdays before. */
public final class OverviewSection implements Section {
  private static final int MOST_STEPS = 1000;

  /** Hours are counted one by one, and the index has room for 65,536 of them at once. */
  private static final Duration LONGEST = Duration.ofDays(5 * 366L);

  private final ConversationFigures figures;

  public OverviewSection(ConversationFigures figures) {
    this.figures = figures;
  }

  @Override
  public void register(Api api) {
    api.on("getOverview", Right.OVERVIEW, this::overview)
        .on("getBreakdown", Right.OVERVIEW, this::breakdown);
  }

  private record Overview(
      FiguresView now,
      FiguresView before,
      Instant beforeFrom,
      Instant beforeTo,
      List<Step> course) {}

  private record Step(Instant from, Instant to, FiguresView figures) {
    static Step of(CoursePoint point) {
      return new Step(point.from(), point.to(), FiguresView.of(point.figures()));
    }
  }

  private Reply overview(Call call) {
    Selection selection = SelectionParameters.selection(call).during(Period.ALWAYS);
    ZoneId zone = zone(call);
    Period now = period(call);
    Period before = now.sameWeekdaysBefore(zone);
    List<Period> steps = steps(call, now, zone);
    return Reply.ok(
        new Overview(
            FiguresView.of(figures.figures(selection.during(now))),
            FiguresView.of(figures.figures(selection.during(before))),
            before.from(),
            before.to(),
            figures.course(selection, steps).stream().map(Step::of).toList()));
  }

  private static List<Period> steps(Call call, Period now, ZoneId zone) {
    Interval interval = Interval.valueOf(call.text("interval").toUpperCase(Locale.ROOT));
    List<Period> steps = interval.parts(now, zone, MOST_STEPS + 1);
    if (steps.size() > MOST_STEPS) {
      throw Problem.invalid(
          "More than %d steps of an interval of one %s: choose a longer interval or a shorter period"
              .formatted(MOST_STEPS, call.text("interval")));
    }
    return steps;
  }

  private record Row(String value, FiguresView now, FiguresView before) {
    static Row of(BreakdownRow row) {
      return new Row(row.value(), FiguresView.of(row.now()), FiguresView.of(row.before()));
    }
  }

  private Reply breakdown(Call call) {
    Selection selection = SelectionParameters.selection(call).during(Period.ALWAYS);
    ZoneId zone = zone(call);
    Period now = period(call);
    Dimension by = Dimension.valueOf(call.text("by").toUpperCase(Locale.ROOT));
    int most = (int) call.whole("limit");
    return Reply.ok(
        figures.breakdown(selection, by, now, now.sameWeekdaysBefore(zone), zone, most).stream()
            .map(Row::of)
            .toList());
  }

  private static Period period(Call call) {
    Period period = new Period(call.time("from", Instant.MIN), call.time("to", Instant.MAX));
    if (!period.from().isBefore(period.to())) {
      throw Problem.invalid("The period is empty: from must lie before to");
    }
    if (Duration.between(period.from(), period.to()).compareTo(LONGEST) > 0) {
      throw Problem.invalid("The period is longer than five years");
    }
    return period;
  }

  private static ZoneId zone(Call call) {
    try {
      return ZoneId.of(call.text("zone"));
    } catch (DateTimeException e) {
      throw Problem.invalid("Parameter zone is no time zone such as Europe/Berlin");
    }
  }
}
