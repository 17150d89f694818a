package io.earshot.routes.stage;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.StageMissing;
import io.earshot.routes.queue.Queues;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;

/**
 * What happens when a stage fails, for all stages: what is down or full is waited for, without an
 * end and without letting go of the message; what is not understood is tried a few times; what
 * can't work is quarantined at once.
 */
public final class FailurePolicy extends RouteConfigurationBuilder {
  /** Under this id a route asks for the policy. */
  static final String ID = "failure-policy";

  /** The exchange property with the stage that runs. */
  static final String STAGE = "earshot.stage";

  private final Stages stages;
  private final Queues queues;
  private final PipelineSettings settings;

  public FailurePolicy(Stages stages, Queues queues, PipelineSettings settings) {
    this.stages = stages;
    this.queues = queues;
    this.settings = settings;
  }

  @Override
  public void configuration() {
    long first = settings.firstRetry().toMillis();
    long longest = settings.longestRetry().toMillis();
    RouteConfigurationDefinition policy = routeConfiguration(ID);
    policy
        .onException(EarshotException.class)
        .onWhen(exchange -> isPassing(StageRoutes.cause(exchange)))
        .maximumRedeliveries(-1)
        .redeliveryDelay(first)
        .backOffMultiplier(2)
        .maximumRedeliveryDelay(longest)
        .onRedelivery(this::noteWaiting)
        .retryAttemptedLogLevel(LoggingLevel.DEBUG)
        .logStackTrace(false)
        .end();
    // A kill or a lost disk took what an earlier stage had left: that stage does it again.
    policy.onException(StageMissing.class).handled(true).process(this::sendBack).end();
    // Thrown while the workers stop: the message stays where it is.
    policy.onException(RejectedExecutionException.class).handled(false).end();
    policy
        .onException(EarshotException.class)
        .onWhen(exchange -> isFinal(StageRoutes.cause(exchange)))
        .handled(true)
        .process(this::quarantine)
        .end();
    policy
        .onException(Throwable.class)
        .maximumRedeliveries(settings.attempts() - 1)
        .redeliveryDelay(first)
        .logStackTrace(false)
        .handled(true)
        .process(this::quarantine)
        .end();
  }

  private static boolean isPassing(Throwable cause) {
    return cause instanceof EarshotException known
        && (known.kind() == ErrorKind.UNAVAILABLE || known.kind() == ErrorKind.EXHAUSTED);
  }

  private static boolean isFinal(Throwable cause) {
    return cause instanceof EarshotException known && known.kind() == ErrorKind.BAD_INPUT;
  }

  private void sendBack(Exchange exchange) {
    StageMissing missing = (StageMissing) StageRoutes.cause(exchange);
    if (missing.stage() == Stage.INTAKE) {
      quarantine(exchange); // only its source can hand it over again
    } else {
      queues.send(missing.stage(), StageRoutes.conversation(exchange));
    }
  }

  private void noteWaiting(Exchange exchange) {
    stages.activity().waiting(String.valueOf(StageRoutes.cause(exchange).getMessage()));
  }

  private void quarantine(Exchange exchange) {
    stages.quarantine(
        StageRoutes.stage(exchange),
        StageRoutes.conversation(exchange),
        StageRoutes.cause(exchange));
  }
}
