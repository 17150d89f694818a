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

/** Tells the console of what the stages finish. */
final class FinishedTeller implements Endings {
  private final List<FinishedListener> listeners;

  FinishedTeller(FinishedListener... listeners) {
    this.listeners = List.of(listeners);
  }

  @Override
  public void indexed(Conversation conversation, Analysis analysis) {
    tell(
        new Finished(
            conversation.id().value(),
            Outcome.INDEXED.code(),
            conversation.channel().code(),
            conversation.language(),
            conversation.agent().orElse(""),
            conversation.attribute(Conversation.QUEUE).orElse(""),
            conversation.startedAt(),
            conversation.durationMs(),
            analysis.score().value(),
            analysis.emotion().label(),
            analysis.intents().stream().map(Scored::name).toList(),
            analysis.facts().resolution().outcome().code(),
            null));
  }

  @Override
  public void quarantined(Conversation conversation, Quarantine quarantine) {
    tell(
        new Finished(
            conversation.id().value(),
            Outcome.QUARANTINED.code(),
            conversation.channel().code(),
            conversation.language(),
            conversation.agent().orElse(""),
            conversation.attribute(Conversation.QUEUE).orElse(""),
            conversation.startedAt(),
            conversation.durationMs(),
            null,
            null,
            null,
            null,
            quarantine.reason()));
  }

  private void tell(Finished finished) {
    listeners.forEach(listener -> listener.finished(finished));
  }
}
