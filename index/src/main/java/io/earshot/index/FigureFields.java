package io.earshot.index;

import com.fasterxml.jackson.core.JsonGenerator;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.TurnInsight;
import java.io.IOException;

/**
 * Writes the numbers of a conversation that means are taken of. What is not known is left out, or
 * it would count as 0.
 */
record FigureFields(Conversation conversation, Analysis analysis) {

  void write(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("figures");
    json.writeNumberField("negative", isNegative() ? 1 : 0);
    json.writeNumberField("escalated", analysis.facts().escalations().isEmpty() ? 0 : 1);
    Outcome outcome = analysis.facts().resolution().outcome();
    if (outcome != Outcome.UNKNOWN) {
      json.writeNumberField("solved", outcome == Outcome.SOLVED ? 1 : 0);
    }
    if (conversation.timed() && conversation.durationMs() > 0) {
      json.writeNumberField("duration_ms", conversation.durationMs());
    }
    if (analysis.talk().firstResponseMs() > 0) {
      json.writeNumberField("first_response_ms", analysis.talk().firstResponseMs());
    }
    json.writeEndObject();
  }

  /**
   * Whether the feeling that marks the conversation is an unpleasant one. Told from the turns that
   * have it, so that it holds for emotions of the user's own too.
   */
  private boolean isNegative() {
    String label = analysis.emotion().label();
    if (label.equals(EmotionCourse.NONE.label())) {
      return false;
    }
    double valence =
        analysis.turns().stream()
            .filter(turn -> turn.emotion().name().equals(label))
            .mapToDouble(TurnInsight::valence)
            .sum();
    return valence < 0;
  }

  @Override
  public String toString() {
    return "FigureFields[%s]".formatted(conversation.id());
  }
}
