package io.earshot.routes.stage;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;
import io.earshot.routes.queue.Queues;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Queue to stage to next queue, each step one transaction of the broker. */
public final class StageRoutes extends RouteBuilder {
  /** Under this name the queues' component is bound. */
  public static final String COMPONENT = "queues";

  /**
   * A worker that dies with its whole process leaves nothing but a counted delivery. Many are
   * allowed, for a machine may be restarted often while a long call is heard.
   */
  private static final int DEADLY_DELIVERIES = 100;

  private final Stages stages;
  private final Queues queues;
  private final PipelineSettings settings;
  private final Set<Stage> served;

  public StageRoutes(Stages stages, Queues queues, PipelineSettings settings, Set<Stage> served) {
    this.stages = stages;
    this.queues = queues;
    this.settings = settings;
    this.served = Set.copyOf(served);
  }

  @Override
  public void configure() {
    for (Stage stage : Stage.values()) {
      if (served.contains(stage)) {
        route(stage);
      }
    }
  }

  private void route(Stage stage) {
    var route =
        from(endpoint(stage) + "&concurrentConsumers=" + workers(stage))
            .routeId(stage.code())
            .routeConfigurationId(FailurePolicy.ID)
            .setProperty(FailurePolicy.STAGE, constant(stage))
            .process(StageRoutes::refuseDeadly)
            .process(exchange -> work(stage, exchange));
    switch (stage) {
      case TRANSCRIBE -> route.process(StageRoutes::address).to(endpoint(Stage.ANALYSE));
      case ANALYSE -> route.process(StageRoutes::address).to(endpoint(Stage.INDEX));
      case INTAKE, INDEX -> {} // the vault's outcome is the end
    }
  }

  /** A message too many ends here. */
  private void work(Stage stage, Exchange exchange) {
    if (!stages.run(stage, conversation(exchange))) {
      exchange.setRouteStop(true);
    }
  }

  private String endpoint(Stage stage) {
    return COMPONENT + ":queue:" + queues.name(stage) + "?transacted=true";
  }

  private int workers(Stage stage) {
    return switch (stage) {
      case TRANSCRIBE -> settings.callsAtOnce();
      case ANALYSE -> settings.analysers();
      case INDEX -> settings.writers();
      case INTAKE -> throw new IllegalArgumentException("intake has no queue");
    };
  }

  /** Only what Earshot itself says goes on; nothing that a header brought from outside. */
  private static void address(Exchange exchange) {
    ConversationId id = conversation(exchange);
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Queues.CONVERSATION, id.value());
    exchange.getMessage().setBody(id.value());
  }

  private static void refuseDeadly(Exchange exchange) {
    int deliveries = exchange.getMessage().getHeader("JMSXDeliveryCount", 1, Integer.class);
    if (deliveries > DEADLY_DELIVERIES) {
      throw new EarshotException(
          ErrorKind.BAD_INPUT,
          "%d times the process ended while it worked on this: report it with the file, if you may"
              .formatted(DEADLY_DELIVERIES));
    }
  }

  static ConversationId conversation(Exchange exchange) {
    return new ConversationId(exchange.getMessage().getBody(String.class));
  }

  static Stage stage(Exchange exchange) {
    return exchange.getProperty(FailurePolicy.STAGE, Stage.class);
  }

  static Throwable cause(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
  }
}
