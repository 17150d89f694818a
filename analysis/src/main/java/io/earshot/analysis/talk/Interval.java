package io.earshot.analysis.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time in milliseconds. */
record Interval(long startMs, long endMs) {

  long lengthMs() {
    return endMs - startMs;
  }

  /** The same time without overlaps, in order. */
  static List<Interval> union(List<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.sort(Comparator.comparingLong(Interval::startMs));
    List<Interval> union = new ArrayList<>();
    for (Interval next : sorted) {
      int last = union.size() - 1;
      if (last >= 0 && next.startMs <= union.get(last).endMs) {
        Interval grown = union.get(last);
        union.set(last, new Interval(grown.startMs, Math.max(grown.endMs, next.endMs)));
      } else {
        union.add(next);
      }
    }
    return union;
  }

  static long total(List<Interval> intervals) {
    return intervals.stream().mapToLong(Interval::lengthMs).sum();
  }
}
