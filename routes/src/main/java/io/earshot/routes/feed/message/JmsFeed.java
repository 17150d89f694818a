package io.earshot.routes.feed.message;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Trust;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.Inlet;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.camel.builder.RouteBuilder;

/**
 * Conversations as messages of a queue, or of a topic with a durable subscription. Immutable;
 * connects when its routes start or it is checked, and says in a result what fails.
 */
public final class JmsFeed implements Feed {
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
    factory.setCallTimeout(settings.timeout().toMillis());
    factory.setReconnectAttempts(0);
    factory.setDeserializationDenyList("*");
    factory.getServerLocator().addIncomingInterceptor(new JmsKinds());
    return factory;
  }

  @Override
  public CheckResult check() {
    return trial().map(health()::failed).orElseGet(() -> health().reached());
  }

  /** Connects, and looks at the queue without taking anything; what failed, if anything. */
  Optional<Exception> trial() {
    try (ActiveMQConnectionFactory factory = factory()) {
      settings.trust().managers(); // Artemis' own words for a file that it can't read are vague
      try (Connection connection = factory.createConnection()) {
        connection.start();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        if (!settings.isTopic()) {
          session.createBrowser(session.createQueue(settings.queue())).getEnumeration();
        }
        return Optional.empty();
      }
    } catch (JMSSecurityException | AccessRefused e) {
      return Optional.of(e);
    } catch (JMSException e) {
      return Optional.of(settings.tls() ? explained(e) : e);
    }
  }

  /** The client says of every connection that fails only that it failed: here we ask again. */
  private Exception explained(JMSException unexplained) {
    URI broker = URI.create(settings.url());
    int milliseconds = (int) settings.timeout().toMillis();
    try {
      settings.trust().tryAt(broker.getHost(), broker.getPort(), milliseconds);
      return unexplained;
    } catch (IOException e) {
      return Trust.refusal(e, "url").isPresent() ? e : unexplained;
    }
  }

  BrokerHealth health() {
    return new BrokerHealth(place(), "url", settings.tls());
  }
}
