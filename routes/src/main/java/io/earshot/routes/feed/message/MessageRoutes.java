package io.earshot.routes.feed.message;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.routes.source.Inlet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Predicate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RouteController;

/**
 * What feeds have in common to which messages are sent as they come: the route that takes them runs
 * while the inlet is open and the broker lets us in, and a message that can't be kept now is held
 * until it can.
 */
abstract class MessageRoutes extends RouteBuilder {
  static final int WITHOUT_END = -1;

  private static final Duration GATE = Duration.ofMillis(500);
  private static final long FIRST_RETRY_MS = 500;
  private static final long LONGEST_RETRY_MS = 10_000;
  private static final int LETTERS = 16;

  final Inlet inlet;
  private final String kind;
  private Instant nextTrial = Instant.MIN;
  private boolean isRefused;

  MessageRoutes(String kind, Inlet inlet) {
    this.kind = kind;
    this.inlet = inlet;
  }

  /** Connects as the route will; what failed, if anything. */
  abstract Optional<Exception> trial();

  abstract BrokerHealth health();

  /** A full disk is no fault of the message: giving it back would only count against it. */
  final void waitWhileTheDiskIsFull(int attempts, Predicate held) {
    onException(EarshotException.class)
        .onWhen(exchange -> passes(exchange) && held.matches(exchange))
        .maximumRedeliveries(attempts)
        .redeliveryDelay(FIRST_RETRY_MS)
        .backOffMultiplier(2)
        .maximumRedeliveryDelay(LONGEST_RETRY_MS)
        .onRedelivery(exchange -> inlet.failed(cause(exchange).getMessage()))
        .retryAttemptedLogLevel(LoggingLevel.DEBUG)
        .logStackTrace(false);
    onException(Exception.class).logStackTrace(false).logExhaustedMessageHistory(false);
  }

  private static boolean passes(Exchange exchange) {
    return cause(exchange) instanceof EarshotException failure
        && failure.kind() != ErrorKind.BAD_INPUT;
  }

  private static Throwable cause(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
  }

  /** Names the route and lets it run while the inlet is open and nobody refuses us. */
  final RouteDefinition whileOpen(RouteDefinition route) {
    String id = inlet.name() + "-" + kind;
    from("timer:%s-gate?period=%d&fixedRate=false&delay=0".formatted(id, GATE.toMillis()))
        .routeId(id + "-gate")
        .process(exchange -> look(id));
    return route.routeId(id).autoStartup(false);
  }

  private void look(String route) throws Exception {
    if (!getContext().isStarted()) {
      return; // at the end, what is stopped must stay so
    }
    if (!Instant.now().isBefore(nextTrial)) {
      tell(trial());
    }
    RouteController routes = getContext().getRouteController();
    ServiceStatus status = routes.getRouteStatus(route);
    if (isRefused || !inlet.isOpen()) {
      if (status.isStarted()) {
        routes.suspendRoute(route);
      }
    } else if (status.isStopped()) {
      routes.startRoute(route);
    } else if (status.isSuspended()) {
      routes.resumeRoute(route);
    }
  }

  private void tell(Optional<Exception> failure) {
    failure.ifPresentOrElse(why -> inlet.failed(health().why(why)), inlet::worked);
    isRefused = failure.filter(health()::isRefusal).isPresent();
    nextTrial = Instant.now().plus(isRefused ? BrokerHealth.REFUSED : inlet.poll());
  }

  /** A short text that is another one when {@code text} is; letters, so that no date is in it. */
  static String shortDigest(String text) {
    return ConversationId.ofText(text)
        .value()
        .chars()
        .limit(LETTERS)
        .map(digit -> 'a' + Character.digit(digit, 16))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
