package io.earshot.testkit;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Score;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.TalkMetrics;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.util.List;
import java.util.Map;

/** Makes up what could have been found in a conversation, the same for the same one. */
public final class TestAnalyses {
  private static final Scored NEUTRAL = new Scored("neutral", 0.75);
  private static final Scored ANGRY = new Scored("angry", 0.5);
  private static final Scored REFUND = new Scored("refund", 0.875);

  private TestAnalyses() {}

  /** Every customer is angry and wants a refund, each finding resting on the turn's first word. */
  public static Analysis of(Conversation conversation) {
    List<Finding> findings =
        conversation.turns().stream()
            .filter(TestAnalyses::isCustomers)
            .map(TestAnalyses::finding)
            .toList();
    return new Analysis(
        conversation.language(),
        conversation.turns().stream().map(turn -> insight(turn, conversation.language())).toList(),
        findings,
        List.of(REFUND),
        EmotionCourse.NONE,
        new TalkMetrics(0.5, 0.25, 0.25, 100, 1, 20, 150, 160, 900),
        List.of("refund"),
        List.of("They wanted a refund."),
        new Score(62.5, List.of(new Score.Part("emotion", 62.5, 1))),
        Facts.NONE);
  }

  private static boolean isCustomers(Turn turn) {
    return turn.speaker() == Speaker.CUSTOMER;
  }

  private static Finding finding(Turn turn) {
    int end = Math.max(0, turn.text().indexOf(' '));
    return new Finding(Finding.EMOTION, "angry", turn.index(), 0, end, 0.5, Map.of());
  }

  private static TurnInsight insight(Turn turn, String language) {
    return isCustomers(turn)
        ? new TurnInsight(turn.index(), language, ANGRY, -0.5, 0.75, 0.25, List.of(REFUND), null)
        : new TurnInsight(turn.index(), language, NEUTRAL, 0, 0, 0, List.of(), null);
  }
}
