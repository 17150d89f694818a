package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.Disclosure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes findings of one text that overlap into one: what any of them covers stays covered. */
final class Merging {
  private Merging() {}

  /** In order of their places, none overlapping another. */
  static List<Disclosure> merged(List<Disclosure> findings) {
    List<Disclosure> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingInt(Disclosure::start).thenComparingInt(Disclosure::end));
    List<Disclosure> merged = new ArrayList<>();
    for (Disclosure finding : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).overlaps(finding)) {
        merged.set(last, union(merged.get(last), finding));
      } else {
        merged.add(finding);
      }
    }
    return merged;
  }

  private static Disclosure union(Disclosure first, Disclosure second) {
    boolean wider = second.end() - second.start() > first.end() - first.start();
    boolean surer = second.confidence() > first.confidence();
    boolean same = second.confidence() == first.confidence();
    Disclosure main = surer || (same && wider) ? second : first;
    return new Disclosure(
        main.type(),
        Math.min(first.start(), second.start()),
        Math.max(first.end(), second.end()),
        main.confidence());
  }
}
