package io.earshot.analysis.talk;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where one party breaks in on the other, as far as one sound track tells: two at once are heard as
 * one there, but who stops at a word that can't end a sentence, and is followed by the other
 * without a pause, was cut off.
 */
final class CutOffs {
  // Who waits for the end of a sentence takes some 200 ms (Stivers et al., 2009).
  private static final long WITHOUT_PAUSE_MS = 150;
  // Shorter sounds of agreement are no interruption.
  private static final int LEAST_WORDS = 3;
  private static final double SURE = 0.6;
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?:.*\\s)?(?:the|an?|and|but|or|because|if|to|of|for|from|with|at|my|your|our|their|i|we"
              + "|they|i'm|it's|is|was|were|are|very|just|really)"
              + "|.*(?:但是|因为|所以|然后|而且|如果|就是|可是|或者|以及|我的|你们的)",
          Pattern.DOTALL);

  private CutOffs() {}

  /** The evidence is the turn that broke in. Its overlap has no length: none can be heard. */
  static List<Finding> find(Conversation conversation) {
    List<Finding> findings = new ArrayList<>();
    List<Turn> turns = conversation.turns();
    for (int i = 1; i < turns.size(); i++) {
      Turn cut = turns.get(i - 1);
      Turn next = turns.get(i);
      if (parties(cut, next)
          && next.startMs() - cut.endMs() < WITHOUT_PAUSE_MS
          && next.words().size() >= LEAST_WORDS
          && UNFINISHED.matcher(ending(cut.text())).matches()) {
        findings.add(finding(next, SURE * conversation.speakerConfidence(next)));
      }
    }
    return findings;
  }

  private static boolean parties(Turn one, Turn other) {
    return one.speaker() == Speaker.AGENT && other.speaker() == Speaker.CUSTOMER
        || one.speaker() == Speaker.CUSTOMER && other.speaker() == Speaker.AGENT;
  }

  // The last words are enough, and keep the pattern quick on any text.
  private static String ending(String text) {
    return text.substring(Math.max(0, text.length() - 24));
  }

  private static Finding finding(Turn turn, double confidence) {
    return new Finding(
        Finding.OVERLAP,
        turn.speaker().code(),
        turn.index(),
        0,
        turn.text().length(),
        confidence,
        Map.of("start_ms", (double) turn.startMs(), "duration_ms", 0.0));
  }
}
