package io.earshot.analysis.talk;

import io.earshot.conversation.Finding;
import io.earshot.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Time in which nobody spoke.
 *
 * @param turn index of the turn that had been heard last before it
 */
record Gap(int turn, long startMs, long endMs) {

  long lengthMs() {
    return endMs - startMs;
  }

  /** All gaps in the turns' order, the one before the first turn and after the last included. */
  static List<Gap> between(List<Turn> turns, long lengthMs) {
    List<Gap> gaps = new ArrayList<>();
    long heardMs = 0;
    int last = 0;
    for (Turn turn : turns) {
      if (turn.startMs() > heardMs) {
        gaps.add(new Gap(last, heardMs, turn.startMs()));
      }
      if (turn.endMs() >= heardMs) {
        heardMs = turn.endMs();
        last = turn.index();
      }
    }
    if (!turns.isEmpty() && lengthMs > heardMs) {
      gaps.add(new Gap(last, heardMs, lengthMs));
    }
    return gaps;
  }

  /** Nothing was said, so the evidence is the point in the text after which it was not. */
  Finding finding(List<Turn> turns) {
    boolean atTheStart = startMs == 0 && turn == 0;
    int at = atTheStart ? 0 : turns.get(turn).text().length();
    return new Finding(
        Finding.SILENCE,
        "",
        turn,
        at,
        at,
        1,
        Map.of("start_ms", (double) startMs, "duration_ms", (double) lengthMs()));
  }
}
