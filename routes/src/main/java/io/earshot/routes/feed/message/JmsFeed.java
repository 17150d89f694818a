package io.earshot.routes.feed.message;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.Inlet;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.camel.builder.RouteBuilder;

/**
 * Conversations as messages of a queue, or of a topic with a durable subscription. Immutable;
 * connects when its routes start or it is checked, and says in a result what fails.
 */
public final class JmsFeed implements Feed {
  private static final int CALL_TIMEOUT_MS = 10_000;

  private final JmsSettings settings;

  private JmsFeed(JmsSettings settings) {
    this.settings = settings;
  }

  /** Reads its settings; problems are noted in the section. */
  public static Feed from(Section section) {
    return new JmsFeed(JmsSettings.from(section));
  }

  JmsSettings settings() {
    return settings;
  }

  @Override
  public String kind() {
    return "jms";
  }

  @Override
  public String place() {
    return settings.url() + (settings.isTopic() ? " topic " : " queue ") + settings.destination();
  }

  @Override
  public RouteBuilder routes(Inlet inlet) {
    return new JmsRoutes(this, inlet);
  }

  /** Connections of its own: the queues of this program are another broker's. */
  ActiveMQConnectionFactory factory() {
    ActiveMQConnectionFactory factory =
        new ActiveMQJMSConnectionFactory(settings.address(), settings.user(), settings.password());
    // Nothing is fetched before it is asked for: a closed source holds no messages back.
    factory.setConsumerWindowSize(0);
    factory.setCallTimeout(CALL_TIMEOUT_MS);
    factory.setReconnectAttempts(0);
    factory.setDeserializationDenyList("*");
    factory.getServerLocator().addIncomingInterceptor(new JmsKinds());
    return factory;
  }

  /** Connects, and looks at the queue without taking anything. */
  @Override
  public CheckResult check() {
    try (ActiveMQConnectionFactory factory = factory();
        Connection connection = factory.createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      if (!settings.isTopic()) {
        session.createBrowser(session.createQueue(settings.queue())).getEnumeration();
      }
      return CheckResult.ok("source", place());
    } catch (JMSException e) {
      return CheckResult.failed(
          "source",
          "%s does not answer (%s): see that the broker runs, and that url, names, user and password are right"
              .formatted(place(), e.getMessage()));
    }
  }
}
