package io.earshot.analysis.emotion;

import io.earshot.conversation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a customer's feeling changed and stayed changed. */
public final class FeelingShifts {
  /** How many turns before and after are compared: one turn may be misread, two rarely are. */
  private static final int WINDOW = 2;

  /** From calm to plain frustration or satisfaction. */
  private static final double LEAST_CHANGE = 0.5;

  private static final String BETTER = "better";
  private static final String WORSE = "worse";

  private FeelingShifts() {}

  /**
   * A customer's turn.
   *
   * @param turn its index
   */
  public record Step(int turn, Feeling feeling) {}

  /**
   * The shifts, in order: each rests on the first turn after the change, with the valence {@code
   * before} and {@code after} as its figures. Of neighbouring places the sharpest is told.
   */
  public static List<Finding> find(List<Step> steps) {
    List<Finding> shifts = new ArrayList<>();
    int next = WINDOW;
    while (next + WINDOW <= steps.size()) {
      int at = sharpest(steps, next);
      if (at < 0) {
        next++;
      } else {
        shifts.add(shift(steps, at));
        next = at + WINDOW;
      }
    }
    return shifts;
  }

  /** The sharpest of the changes that begin here and overlap; -1 when there is none here. */
  private static int sharpest(List<Step> steps, int from) {
    if (Math.abs(change(steps, from)) < LEAST_CHANGE) {
      return -1;
    }
    int best = from;
    for (int at = from; at < from + WINDOW && at + WINDOW <= steps.size(); at++) {
      if (Math.abs(change(steps, at)) > Math.abs(change(steps, best))) {
        best = at;
      }
    }
    return best;
  }

  private static double change(List<Step> steps, int at) {
    return mean(steps, at, at + WINDOW) - mean(steps, at - WINDOW, at);
  }

  private static double mean(List<Step> steps, int from, int to) {
    return steps.subList(from, to).stream()
        .mapToDouble(step -> step.feeling().valence())
        .average()
        .orElse(0);
  }

  private static Finding shift(List<Step> steps, int at) {
    Step step = steps.get(at);
    double change = change(steps, at);
    return new Finding(
        Finding.SHIFT,
        change > 0 ? BETTER : WORSE,
        step.turn(),
        step.feeling().evidence().start(),
        step.feeling().evidence().end(),
        Math.min(1, Math.abs(change)),
        Map.of("before", mean(steps, at - WINDOW, at), "after", mean(steps, at, at + WINDOW)));
  }
}
