package io.earshot.routes.console;

import io.earshot.console.event.Finished;
import io.earshot.console.event.FinishedListener;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Scored;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.routes.stage.Endings;
import java.util.List;
import java.util.Optional;

/** Tells the console of what the stages finish. */
final class FinishedTeller implements Endings {
  private final List<FinishedListener> listeners;

  FinishedTeller(FinishedListener... listeners) {
    this.listeners = List.of(listeners);
  }

  @Override
  public void indexed(Conversation conversation, Analysis analysis) {
    tell(conversation, Outcome.INDEXED, Optional.of(analysis), null);
  }

  @Override
  public void quarantined(Conversation conversation, Quarantine quarantine) {
    tell(conversation, Outcome.QUARANTINED, Optional.empty(), quarantine.reason());
  }

  private void tell(
      Conversation conversation, Outcome outcome, Optional<Analysis> analysis, String reason) {
    Finished finished =
        new Finished(
            conversation.id().value(),
            outcome.code(),
            conversation.channel().code(),
            conversation.language(),
            conversation.agent().orElse(""),
            conversation.attribute(Conversation.QUEUE).orElse(""),
            conversation.startedAt(),
            conversation.durationMs(),
            analysis.map(known -> known.score().value()).orElse(null),
            analysis.map(known -> known.emotion().label()).orElse(null),
            analysis.map(known -> known.intents().stream().map(Scored::name).toList()).orElse(null),
            analysis.map(known -> known.facts().resolution().outcome().code()).orElse(null),
            reason);
    listeners.forEach(listener -> listener.finished(finished));
  }
}
