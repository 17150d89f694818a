package io.earshot.routes.queue;

import io.earshot.conversation.ConversationId;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;

/**
 * Asks the broker which messages are in a worker's hands or wait for their next delivery, for a
 * browser does not show those.
 */
final class DeliveringMessages {
  private static final long TIMEOUT_MS = 10_000;

  private final Session session;

  DeliveringMessages(Session session) {
    this.session = session;
  }

  Set<ConversationId> conversations(String queue) throws JMSException {
    Set<ConversationId> ids = new LinkedHashSet<>();
    collect(ask(queue, "listDeliveringMessages"), ids);
    collect(ask(queue, "listScheduledMessages"), ids);
    return ids;
  }

  private Object ask(String queue, String operation) throws JMSException {
    var replies = session.createTemporaryQueue();
    try (var consumer = session.createConsumer(replies);
        var producer = session.createProducer(new ActiveMQQueue("activemq.management"))) {
      Message request = session.createMessage();
      JMSManagementHelper.putOperationInvocation(request, ResourceNames.QUEUE + queue, operation);
      request.setJMSReplyTo(replies);
      producer.send(request);
      Message reply = consumer.receive(TIMEOUT_MS);
      if (reply == null) {
        throw new JMSException("the broker did not answer " + operation);
      }
      // A queue that nobody has used yet is unknown to the broker: nothing is in hand.
      return JMSManagementHelper.hasOperationSucceeded(reply)
          ? JMSManagementHelper.getResult(reply)
          : Map.of();
    } catch (JMSException e) {
      throw e;
    } catch (Exception e) { // the management helper declares it
      throw (JMSException) new JMSException(operation + ": " + e).initCause(e);
    } finally {
      replies.delete();
    }
  }

  /** Answers are nested arrays and maps; the conversation stands among a message's properties. */
  private static void collect(Object answer, Set<ConversationId> ids) {
    if (answer instanceof Object[] array) {
      for (Object element : array) {
        collect(element, ids);
      }
    } else if (answer instanceof Map<?, ?> map) {
      Object id = map.get(Queues.CONVERSATION);
      if (id != null) {
        ids.add(new ConversationId(id.toString()));
      }
      map.values().forEach(value -> collect(value, ids));
    }
  }
}
