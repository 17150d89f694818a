package io.earshot.analysis.talk;

import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where one party speaks while the other does. */
final class Overlaps {
  private Overlaps() {}

  /** The evidence is the turn that began while the other party's was still going on. */
  static List<Finding> find(List<Turn> turns, long leastMs) {
    List<Finding> findings = new ArrayList<>();
    Map<Speaker, Long> heardUntilMs = new EnumMap<>(Speaker.class);
    for (Turn turn : turns) {
      Speaker other = other(turn.speaker());
      long untilMs = heardUntilMs.getOrDefault(other, 0L);
      long overlapMs = Math.min(untilMs, turn.endMs()) - turn.startMs();
      if (other != turn.speaker() && overlapMs >= leastMs && overlapMs > 0) {
        findings.add(finding(turn, overlapMs));
      }
      heardUntilMs.merge(turn.speaker(), turn.endMs(), Math::max);
    }
    return findings;
  }

  /** All time in which both spoke, however short each time. */
  static long totalMs(List<Turn> turns) {
    List<Interval> agent = Interval.union(of(turns, Speaker.AGENT));
    List<Interval> customer = Interval.union(of(turns, Speaker.CUSTOMER));
    List<Interval> both = new ArrayList<>(agent);
    both.addAll(customer);
    return Interval.total(agent) + Interval.total(customer) - Interval.total(Interval.union(both));
  }

  static List<Interval> of(List<Turn> turns, Speaker speaker) {
    return turns.stream()
        .filter(turn -> turn.speaker() == speaker)
        .map(TalkMeter::interval)
        .toList();
  }

  private static Speaker other(Speaker speaker) {
    return switch (speaker) {
      case AGENT -> Speaker.CUSTOMER;
      case CUSTOMER -> Speaker.AGENT;
      case SYSTEM, UNKNOWN -> speaker;
    };
  }

  private static Finding finding(Turn turn, long overlapMs) {
    return new Finding(
        Finding.OVERLAP,
        turn.speaker().code(),
        turn.index(),
        0,
        turn.text().length(),
        1,
        Map.of("start_ms", (double) turn.startMs(), "duration_ms", (double) overlapMs));
  }
}
