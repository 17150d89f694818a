package io.earshot.routes.console;

import io.earshot.console.overview.ConversationFigures;
import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.CoursePoint;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Figures;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Selection;
import io.earshot.index.ConversationIndex;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** The index as the place where the console counts. */
final class IndexFigures implements ConversationFigures {
  private final Supplier<ConversationIndex> index;

  IndexFigures(Supplier<ConversationIndex> index) {
    this.index = index;
  }

  @Override
  public Figures figures(Selection selection) {
    return index.get().figures().figures(selection);
  }

  @Override
  public List<CoursePoint> course(Selection selection, List<Period> periods) {
    return index.get().figures().course(selection, periods);
  }

  @Override
  public List<BreakdownRow> breakdown(
      Selection selection, Dimension by, Period now, Period before, ZoneId zone, int most) {
    return index.get().figures().breakdown(selection, by, now, before, zone, most);
  }
}
