package io.earshot.index;

import io.earshot.index.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one turn of several in order has to meet.
 *
 * @param condition all of it
 * @param spoken what the words in it are
 * @param marked those of the words that are to be said, and not to be left unsaid
 */
record Step(Query condition, Map<Query, Spoken> spoken, List<Spoken> marked) {

  static Step of(Query condition, SpokenReader reader) {
    Map<Query, Spoken> spoken = new LinkedHashMap<>();
    List<Spoken> marked = new ArrayList<>();
    collect(condition, true, reader, spoken, marked);
    return new Step(condition, spoken, marked);
  }

  private static void collect(
      Query query,
      boolean positive,
      SpokenReader reader,
      Map<Query, Spoken> spoken,
      List<Spoken> marked) {
    if (query instanceof Query.And and) {
      and.parts().forEach(part -> collect(part, positive, reader, spoken, marked));
    } else if (query instanceof Query.Or or) {
      or.parts().forEach(part -> collect(part, positive, reader, spoken, marked));
    } else if (query instanceof Query.Not not) {
      collect(not.part(), !positive, reader, spoken, marked);
    } else if (SpokenReader.isSpoken(query)) {
      Spoken read = spoken.computeIfAbsent(query, reader::read);
      if (positive) {
        marked.add(read);
      }
    }
  }

  boolean isMetBy(SpokenTurn turn) {
    return turn.meets(condition, spoken);
  }
}
