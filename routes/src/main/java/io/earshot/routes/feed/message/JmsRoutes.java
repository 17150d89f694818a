package io.earshot.routes.feed.message;

import io.earshot.routes.source.Inlet;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsEndpoint;

/**
 * Takes messages one by one, each within a transaction of the broker that ends when the inlet has
 * it on disk. A process that dies between the two gets the message again, under the same name.
 */
final class JmsRoutes extends MessageRoutes {
  private static final int RECOVERY_MS = 2_000;

  private final JmsFeed feed;

  JmsRoutes(JmsFeed feed, Inlet inlet) {
    super(feed.kind(), inlet);
    this.feed = feed;
  }

  @Override
  public void configure() throws Exception {
    String scheme = inlet.name() + "-jms";
    JmsComponent component = new JmsComponent();
    component.setConfiguration(jms());
    component.setHeaderFilterStrategy(new NoHeaders());
    getContext().addComponent(scheme, component);
    String kind = feed.settings().isTopic() ? ":topic:" : ":queue:";
    JmsEndpoint endpoint = getContext().getEndpoint(scheme + kind + "source", JmsEndpoint.class);
    endpoint.setDestinationName(feed.settings().destination());
    waitWhileTheDiskIsFull(WITHOUT_END, JmsRoutes::canBeReadAgain);
    whileOpen(from(endpoint)).process(this::take);
  }

  @Override
  Optional<Exception> trial() {
    return feed.trial();
  }

  @Override
  BrokerHealth health() {
    return feed.health();
  }

  private JmsConfiguration jms() {
    JmsConfiguration configuration = new JmsConfiguration(feed.factory());
    configuration.setTransacted(true);
    configuration.setLazyCreateTransactionManager(false);
    configuration.setCacheLevelName("CACHE_CONSUMER");
    configuration.setAcceptMessagesWhileStopping(false);
    configuration.setReceiveTimeout(500);
    configuration.setRecoveryInterval(RECOVERY_MS);
    // The message itself, unread; who sends it has no say in where an answer would go.
    configuration.setMapJmsMessage(false);
    configuration.setDisableReplyTo(true);
    if (feed.settings().isTopic()) {
      configuration.setSubscriptionDurable(true);
      configuration.setSubscriptionShared(true);
      configuration.setSubscriptionName(feed.settings().subscription());
    }
    return configuration;
  }

  private void take(Exchange exchange) throws JMSException, IOException {
    Message message = exchange.getMessage().getBody(Message.class);
    long sent = message.getJMSTimestamp();
    Instant at = sent > 0 ? Instant.ofEpochMilli(sent) : Instant.now();
    new ArrivedMessage(feed.settings().destination(), id(message), at)
        .handTo(inlet, JmsContent.of(message));
  }

  private static boolean canBeReadAgain(Exchange exchange) {
    return !JmsContent.isLarge(exchange.getMessage().getBody(Message.class));
  }

  /** Short, and without what patterns of names would take for facts. */
  private static String id(Message message) throws JMSException {
    String id = message.getJMSMessageID();
    return shortDigest(id == null ? java.util.UUID.randomUUID().toString() : id);
  }
}
