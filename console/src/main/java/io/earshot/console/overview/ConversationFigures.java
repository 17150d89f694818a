package io.earshot.console.overview;

import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.CoursePoint;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Figures;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Selection;
import java.time.ZoneId;
import java.util.List;

/**
 * What many conversations come to together. Every answer keeps to the scope it was asked with. Safe
 * for many threads; methods may block. They fail as {@link
 * io.earshot.console.finding.ConversationSearch} does.
 */
public interface ConversationFigures {

  /** The figures of everything selected. */
  Figures figures(Selection selection);

  /**
   * The figures of each of some periods, in their order. Periods must not overlap.
   *
   * @param selection without bounds of time
   */
  List<CoursePoint> course(Selection selection, List<Period> periods);

  /**
   * The figures by one dimension, in two periods: values with most conversations now first, equal
   * ones by value.
   *
   * @param selection without bounds of time
   * @param before what is compared with
   * @param zone in which hours and days begin
   * @param most rows at most
   */
  List<BreakdownRow> breakdown(
      Selection selection, Dimension by, Period now, Period before, ZoneId zone, int most);
}
