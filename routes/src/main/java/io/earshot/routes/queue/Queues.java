package io.earshot.routes.queue;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Stage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession.QueueQuery;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/**
 * Sends conversations to stages, and tells which ones wait or are being worked on. Safe for use by
 * several threads.
 */
public final class Queues implements AutoCloseable {
  /** The message property that names the conversation, so that it can be read without a body. */
  public static final String CONVERSATION = "conversation";

  private final ActiveMQConnectionFactory factory;
  private final String prefix;
  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  private Queues(ActiveMQConnectionFactory factory, String prefix, Connection connection)
      throws JMSException {
    this.factory = factory;
    this.prefix = prefix;
    this.connection = connection;
    this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    this.producer = session.createProducer(null);
    connection.start();
  }

  /**
   * Connects.
   *
   * @throws EarshotException of kind UNAVAILABLE when the broker does not answer
   */
  public static Queues open(BrokerAddress address, String prefix) {
    ActiveMQConnectionFactory factory =
        new ActiveMQJMSConnectionFactory(address.url(), address.user(), address.password());
    // One message at a time to each worker: a long call must not hold short ones back.
    factory.setConsumerWindowSize(0);
    factory.setReconnectAttempts(-1);
    factory.setRetryInterval(500);
    factory.setMaxRetryInterval(5_000);
    factory.setRetryIntervalMultiplier(1.5);
    factory.setBlockOnDurableSend(true);
    factory.setCallTimeout(30_000);
    try {
      return new Queues(factory, prefix, factory.createConnection());
    } catch (JMSException e) {
      throw down(address.url(), e);
    }
  }

  /** For Camel, which makes its own connections. */
  public ConnectionFactory connectionFactory() {
    return factory;
  }

  /** The name of a stage's queue. */
  public String name(Stage stage) {
    return prefix + "." + stage.code();
  }

  /** The stages that have a queue, in the order in which conversations pass them. */
  public static final List<Stage> STAGES = List.of(Stage.TRANSCRIBE, Stage.ANALYSE, Stage.INDEX);

  /** Queues a conversation for a stage; on disk when this returns. */
  public synchronized void send(Stage stage, ConversationId id) {
    try {
      TextMessage message = session.createTextMessage(id.value());
      message.setStringProperty(CONVERSATION, id.value());
      producer.send(session.createQueue(name(stage)), message);
    } catch (JMSException e) {
      throw down(name(stage), e);
    }
  }

  /**
   * The conversations that wait for a stage or are being worked on there. A conversation only moves
   * forward, so who asks stage by stage in their order misses none.
   */
  public synchronized Set<ConversationId> waiting(Stage stage) {
    try {
      Set<ConversationId> ids = new LinkedHashSet<>();
      // First what is in hand: it may go back to waiting, or on, but is seen either way.
      ids.addAll(new DeliveringMessages(session).conversations(name(stage)));
      Queue queue = session.createQueue(name(stage));
      try (QueueBrowser browser = session.createBrowser(queue)) {
        for (Object message : Collections.list(browser.getEnumeration())) {
          ids.add(new ConversationId(((Message) message).getStringProperty(CONVERSATION)));
        }
      }
      return ids;
    } catch (JMSException e) {
      throw down(name(stage), e);
    }
  }

  /** How many conversations {@link #waiting} would name; costs no look at each. */
  public synchronized long length(Stage stage) {
    try {
      QueueQuery queue =
          ((ActiveMQSession) session).getCoreSession().queueQuery(SimpleString.of(name(stage)));
      return queue.isExists() ? queue.getMessageCount() : 0;
    } catch (ActiveMQException e) {
      throw down(name(stage), e);
    }
  }

  private static EarshotException down(String what, Exception e) {
    return EarshotException.unavailable(
        "The queues (%s) do not answer (%s): see that the broker runs and that broker.url, user and password are right"
            .formatted(what, e.getMessage()),
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      // Nothing is held that a broken connection could lose.
    }
    factory.close();
  }
}
