package io.earshot.routes.feed;

import static org.awaitility.Awaitility.await;

import io.earshot.config.Section;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.EmbeddedBroker;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.source.SourceRoutes;
import io.earshot.routes.source.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** One source, with the vault and the queues that it fills, and nothing behind them. */
public final class SourceAtWork implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vault vault;
  private final EmbeddedBroker broker;
  private final Queues queues;
  private final SourceRoutes routes;
  private final DefaultCamelContext camel = new DefaultCamelContext();

  /** Starts the source of an entry of {@code sources:}. */
  public SourceAtWork(Path home, String yaml) throws Exception {
    Section section = Section.parse(yaml, "test");
    vault = Vault.open(home.resolve("vault"));
    broker = EmbeddedBroker.start(home.resolve("broker"), () -> {});
    queues = Queues.open(broker.inProcess(), "test");
    routes = new SourceRoutes(Feeds.source(section), vault, queues, home.resolve("sources"), 0);
    section.verify();
    for (RoutesBuilder builder : routes.all()) {
      camel.addRoutes(builder);
    }
    camel.getShutdownStrategy().setTimeout(5);
    camel.start();
  }

  public SourceState state() {
    return routes.state();
  }

  public Set<ConversationId> awaitQueued(Stage stage, int count) {
    await().atMost(PATIENCE).until(() -> queues.waiting(stage).size() >= count);
    return queues.waiting(stage);
  }

  public Set<ConversationId> queued(Stage stage) {
    return queues.waiting(stage);
  }

  public Conversation conversation(ConversationId id) {
    return vault.envelope(id).conversation();
  }

  /** Why something was refused, as many as there are, once there are so many. */
  public List<String> awaitRefused(int count) {
    await().atMost(PATIENCE).until(() -> refused().size() >= count);
    return refused();
  }

  private List<String> refused() {
    return vault
        .ids()
        .flatMap(id -> vault.quarantined(id).stream())
        .map(quarantine -> quarantine.reason())
        .toList();
  }

  public int kept() {
    return (int) vault.ids().count();
  }

  @Override
  public void close() {
    camel.stop();
    queues.close();
    broker.close();
    vault.close();
  }
}
