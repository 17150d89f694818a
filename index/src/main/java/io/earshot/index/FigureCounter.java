package io.earshot.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateRangeExpression;
import co.elastic.clients.elasticsearch._types.aggregations.FilterAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.CoursePoint;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Figures;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What many conversations come to together: sums that Elasticsearch makes of single numbers, so
 * that it counts a year as fast as a day. Safe for many threads.
 */
public final class FigureCounter {
  private static final String TASK = "Counting figures";
  private static final String ALL = "all";

  private final Aggregations aggregations;
  private final Planner planner;

  FigureCounter(Aggregations aggregations, Planner planner) {
    this.aggregations = aggregations;
    this.planner = planner;
  }

  /** The figures of everything selected. */
  public Figures figures(Selection selection) {
    Query everything = Conditions.all(List.of());
    Aggregation all = Aggregation.of(a -> a.filter(everything).aggregations(Measure.ALL));
    FilterAggregate counted =
        aggregations.run(TASK, planner.plan(selection).query(), Map.of(ALL, all)).get(ALL).filter();
    return Tally.of(counted.docCount(), counted.aggregations()).figures();
  }

  /** The figures of each of some periods that do not overlap, in their order. */
  public List<CoursePoint> course(Selection selection, List<Period> periods) {
    if (periods.isEmpty()) {
      return List.of();
    }
    Instant end = periods.get(periods.size() - 1).to();
    Selection whole = selection.during(new Period(periods.get(0).from(), end));
    List<DateRangeExpression> ranges = periods.stream().map(FigureCounter::range).toList();
    Aggregation steps =
        Aggregation.of(
            a ->
                a.dateRange(range -> range.field(Narrowing.STARTED_AT).ranges(ranges))
                    .aggregations(Measure.ALL));
    var buckets =
        aggregations
            .run(TASK, planner.plan(whole).query(), Map.of(ALL, steps))
            .get(ALL)
            .dateRange()
            .buckets()
            .array();
    List<CoursePoint> course = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      Figures figures =
          Tally.of(buckets.get(i).docCount(), buckets.get(i).aggregations()).figures();
      course.add(new CoursePoint(periods.get(i).from(), periods.get(i).to(), figures));
    }
    return course;
  }

  private static DateRangeExpression range(Period period) {
    return DateRangeExpression.of(
        range ->
            range
                .from(from -> from.expr(period.from().toString()))
                .to(to -> to.expr(period.to().toString())));
  }

  /**
   * The figures by one dimension in two periods: values with most conversations now first, equal
   * ones by value.
   *
   * @param zone in which hours and days begin
   * @param most rows at most
   */
  public List<BreakdownRow> breakdown(
      Selection selection, Dimension by, Period now, Period before, ZoneId zone, int most) {
    Breakdown breakdown = new Breakdown(aggregations, planner, selection, now, before);
    return switch (by) {
      case HOUR_OF_DAY, WEEKDAY -> breakdown.byTime(by, zone, most);
      case AGENT, QUEUE, INTENT, CHANNEL, SOURCE, LANGUAGE, EMOTION, OUTCOME ->
          breakdown.byValue(by, most);
    };
  }
}
