package io.earshot.routes.cli;

import io.earshot.analysis.redaction.Redacted;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Score;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.TalkMetrics;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A conversation with everything found in it, as scripts read it. */
record AnalyzedLine(
    ConversationId id,
    String source,
    Channel channel,
    String language,
    Instant startedAt,
    long durationMs,
    String agent,
    String customer,
    List<Line> turns,
    List<Finding> findings,
    List<Scored> intents,
    EmotionCourse emotion,
    TalkMetrics talk,
    List<String> keywords,
    List<String> summary,
    Score score,
    Facts facts,
    List<Redaction> redactions) {

  /** A turn with what is known about it. */
  record Line(
      int turn,
      Speaker speaker,
      long startMs,
      long endMs,
      String text,
      String language,
      Scored emotion,
      double valence,
      double displeasure,
      double arousal,
      List<Scored> intents) {}

  static AnalyzedLine of(Redacted redacted, Analysis analysis) {
    Conversation conversation = redacted.conversation();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < conversation.turns().size(); i++) {
      Turn turn = conversation.turns().get(i);
      TurnInsight insight = analysis.turns().get(i);
      lines.add(
          new Line(
              turn.index(),
              turn.speaker(),
              turn.startMs(),
              turn.endMs(),
              turn.text(),
              insight.language(),
              insight.emotion(),
              insight.valence(),
              insight.displeasure(),
              insight.arousal(),
              insight.intents()));
    }
    return new AnalyzedLine(
        conversation.id(),
        conversation.source(),
        conversation.channel(),
        analysis.language(),
        conversation.startedAt(),
        conversation.durationMs(),
        conversation.agent().orElse(null),
        conversation.customer().orElse(null),
        lines,
        analysis.findings(),
        analysis.intents(),
        analysis.emotion(),
        analysis.talk(),
        analysis.keywords(),
        analysis.summary(),
        analysis.score(),
        analysis.facts(),
        redacted.redactions());
  }
}
