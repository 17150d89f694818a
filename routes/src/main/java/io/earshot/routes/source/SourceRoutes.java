package io.earshot.routes.source;

import io.earshot.conversation.CheckResult;
import io.earshot.ingest.Intake;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source at work: the route that looks into its folder again and again and takes what arrived,
 * item by item, and for what lies elsewhere the routes that bring it there.
 */
public final class SourceRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRoutes.class);

  /** How often a landing folder is looked into: its files are complete when they are there. */
  private static final Duration LANDING_POLL = Duration.ofMillis(500);

  private final Source source;
  private final Duration poll;
  private final FolderWatch watch;
  private final Optional<Inlet> inlet;

  /**
   * Prepares the routes.
   *
   * @param home folder with what sources remember, and where what lies elsewhere lands
   * @param reserve bytes of the disk that are left free
   */
  public SourceRoutes(Source source, Vault vault, Queues queues, Path home, long reserve) {
    this.source = source;
    Clock clock = Clock.systemUTC();
    Handover handover = new Handover(vault, queues, false);
    FileMemory memory = new FileMemory(home, source.name() + "|" + source.origin().place());
    if (source.origin() instanceof Origin.Folder origin) {
      Path folder = origin.folder();
      Leaving leaving =
          origin
              .done()
              .<Leaving>map(done -> new Leaving.Move(folder, done, clock))
              .orElseGet(Leaving.Stay::new);
      Intake intake = new Intake(source.ingest(), vault);
      this.poll = source.poll();
      this.watch = new FolderWatch(source, folder, leaving, intake, handover, memory, clock);
      this.inlet = Optional.empty();
    } else {
      Landing landing = new Landing(home, source.plainName(), reserve);
      Intake intake = Intake.ofArrivals(source.ingest(), vault);
      this.poll = LANDING_POLL;
      this.watch =
          new FolderWatch(source, landing.folder(), landing, intake, handover, memory, clock);
      this.inlet = Optional.of(new Inlet(source, landing, memory, clock));
    }
  }

  /** Everything that is to be added to Camel. */
  public List<RoutesBuilder> all() {
    List<RoutesBuilder> all = new ArrayList<>(List.of(this));
    if (source.origin() instanceof Origin.Remote remote) {
      all.add(remote.feed().routes(inlet.orElseThrow()));
    }
    return all;
  }

  @Override
  public void configure() {
    // A defect in reading one item must not stop the watching of the folder.
    onException(RuntimeException.class)
        .handled(true)
        .process(exchange -> LOG.error("{}: a defect", source.name(), cause(exchange)));
    from("timer:%s?period=%d&fixedRate=false".formatted(source.plainName(), poll.toMillis()))
        .routeId("folder-" + source.plainName())
        .setBody(exchange -> watch.arrived())
        .split(body())
        .process(exchange -> watch.take(exchange.getMessage().getBody(SourceItem.class)))
        .end();
  }

  private static Throwable cause(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
  }

  /** How the source fares. */
  public SourceState state() {
    String trouble = inlet.map(Inlet::trouble).orElse("");
    CheckResult health =
        trouble.isEmpty() ? watch.check() : CheckResult.failed("source " + source.name(), trouble);
    return new SourceState(source, health, watch.received(), watch.lastAt());
  }
}
