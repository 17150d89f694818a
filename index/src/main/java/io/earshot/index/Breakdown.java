package io.earshot.index;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.FilterAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One breakdown of one selection over two periods. */
final class Breakdown {
  private static final String TASK = "Counting figures";
  private static final String ROWS = "rows";
  private static final String NOW = "now";
  private static final String BEFORE = "before";

  private final Aggregations aggregations;
  private final Planner planner;
  private final Selection selection;
  private final Period now;
  private final Period before;

  Breakdown(
      Aggregations aggregations, Planner planner, Selection selection, Period now, Period before) {
    this.aggregations = aggregations;
    this.planner = planner;
    this.selection = selection;
    this.now = now;
    this.before = before;
  }

  List<BreakdownRow> byValue(Dimension by, int most) {
    Query periods =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.must(planner.plan(selection).query())
                            .should(Narrowing.during(now), Narrowing.during(before))
                            .minimumShouldMatch("1")));
    Aggregation rows =
        Aggregation.of(
            a ->
                a.terms(
                        terms -> {
                          terms
                              .field(field(by))
                              .size(most)
                              .order(
                                  NamedValue.of(NOW, SortOrder.Desc),
                                  NamedValue.of("_key", SortOrder.Asc));
                          return by == Dimension.OUTCOME
                              ? terms.missing(Outcome.UNKNOWN.code())
                              : terms;
                        })
                    .aggregations(NOW, measured(now))
                    .aggregations(BEFORE, measured(before)));
    return aggregations
        .run(TASK, periods, Map.of(ROWS, rows))
        .get(ROWS)
        .sterms()
        .buckets()
        .array()
        .stream()
        .map(Breakdown::row)
        .toList();
  }

  private static String field(Dimension by) {
    return by == Dimension.EMOTION ? "feeling" : by.code();
  }

  private static Aggregation measured(Period period) {
    Query during = Narrowing.during(period);
    return Aggregation.of(a -> a.filter(during).aggregations(Measure.ALL));
  }

  private static BreakdownRow row(StringTermsBucket bucket) {
    return new BreakdownRow(
        bucket.key().stringValue(),
        tally(bucket.aggregations().get(NOW)).figures(),
        tally(bucket.aggregations().get(BEFORE)).figures());
  }

  private static Tally tally(Aggregate filtered) {
    FilterAggregate filter = filtered.filter();
    return Tally.of(filter.docCount(), filter.aggregations());
  }

  /**
   * Hours and days of a zone are no field of a conversation, so single hours are counted and put
   * together here.
   */
  List<BreakdownRow> byTime(Dimension by, ZoneId zone, int most) {
    Map<Integer, Tally> talliesNow = byTime(by, zone, now);
    Map<Integer, Tally> talliesBefore = byTime(by, zone, before);
    return IntStream.concat(
            talliesNow.keySet().stream().mapToInt(Integer::intValue),
            talliesBefore.keySet().stream().mapToInt(Integer::intValue))
        .distinct()
        .sorted()
        .mapToObj(
            value ->
                new BreakdownRow(
                    Integer.toString(value),
                    talliesNow.getOrDefault(value, Tally.NOTHING).figures(),
                    talliesBefore.getOrDefault(value, Tally.NOTHING).figures()))
        .sorted(Comparator.<BreakdownRow>comparingLong(row -> row.now().conversations()).reversed())
        .limit(most)
        .toList();
  }

  private Map<Integer, Tally> byTime(Dimension by, ZoneId zone, Period period) {
    CalendarInterval step = by == Dimension.WEEKDAY ? CalendarInterval.Day : CalendarInterval.Hour;
    Aggregation steps =
        Aggregation.of(
            a ->
                a.dateHistogram(
                        histogram ->
                            histogram
                                .field(Narrowing.STARTED_AT)
                                .calendarInterval(step)
                                .timeZone(zone.getId())
                                .minDocCount(1))
                    .aggregations(Measure.ALL));
    Query query = planner.plan(selection.during(period)).query();
    Map<Integer, Tally> tallies = new TreeMap<>();
    for (DateHistogramBucket bucket :
        aggregations
            .run(TASK, query, Map.of(ROWS, steps))
            .get(ROWS)
            .dateHistogram()
            .buckets()
            .array()) {
      tallies.merge(
          value(by, Instant.ofEpochMilli(bucket.key()).atZone(zone)),
          Tally.of(bucket.docCount(), bucket.aggregations()),
          Tally::plus);
    }
    return tallies;
  }

  private static int value(Dimension by, ZonedDateTime begin) {
    return by == Dimension.WEEKDAY ? begin.getDayOfWeek().getValue() : begin.getHour();
  }
}
