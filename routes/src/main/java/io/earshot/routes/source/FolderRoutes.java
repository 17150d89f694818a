package io.earshot.routes.source;

import io.earshot.ingest.Intake;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into a folder again and again, and takes what arrived, item by item. */
public final class FolderRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(FolderRoutes.class);

  private final FolderSource source;
  private final FolderWatch watch;

  /**
   * Prepares the route.
   *
   * @param memories folder with what sources remember
   */
  public FolderRoutes(FolderSource source, Vault vault, Queues queues, Path memories) {
    this.source = source;
    this.watch =
        new FolderWatch(
            source,
            new Intake(source.ingest(), vault),
            new Handover(vault, queues, false),
            new FileMemory(memories, source.name() + "|" + source.folder()),
            Clock.systemUTC());
  }

  @Override
  public void configure() {
    // A defect in reading one item must not stop the watching of the folder.
    onException(RuntimeException.class)
        .handled(true)
        .process(exchange -> LOG.error("{}: a defect", source.name(), cause(exchange)));
    from("timer:%s?period=%d&fixedRate=false".formatted(routeName(), source.poll().toMillis()))
        .routeId("folder-" + routeName())
        .setBody(exchange -> watch.arrived())
        .split(body())
        .process(exchange -> watch.take(exchange.getMessage().getBody(SourceItem.class)))
        .end();
  }

  private static Throwable cause(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
  }

  private String routeName() {
    return source.name().replaceAll("[^\\p{Alnum}]+", "-");
  }

  /** Whether the folder can be read and everything in it be taken, and what was. */
  public FolderState state() {
    return watch.state();
  }
}
