package io.earshot.routes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuesTest {
  private static final ConversationId FIRST = ConversationId.ofText("first");
  private static final ConversationId SECOND = ConversationId.ofText("second");

  @TempDir Path folder;

  private EmbeddedBroker start() {
    return EmbeddedBroker.start(folder.resolve("broker"), () -> {});
  }

  @Test
  void showsWhatWaitsAndWhatIsInHand() throws Exception {
    try (EmbeddedBroker broker = start();
        Queues queues = Queues.open(broker.inProcess(), "test")) {
      assertThat(queues.waiting(Stage.ANALYSE)).isEmpty();
      queues.send(Stage.ANALYSE, FIRST);
      queues.send(Stage.ANALYSE, SECOND);
      assertThat(queues.waiting(Stage.ANALYSE)).containsExactlyInAnyOrder(FIRST, SECOND);

      try (Connection connection = queues.connectionFactory().createConnection()) {
        connection.start();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        Message taken =
            session.createConsumer(session.createQueue(queues.name(Stage.ANALYSE))).receive(5_000);

        assertThat(taken.getStringProperty(Queues.CONVERSATION)).isEqualTo(FIRST.value());
        assertThat(queues.waiting(Stage.ANALYSE))
            .as("in hand is not done")
            .containsExactlyInAnyOrder(FIRST, SECOND);
        session.commit();
        assertThat(queues.waiting(Stage.ANALYSE)).containsExactly(SECOND);
      }
    }
  }

  @Test
  void keepsMessagesOverARestart() {
    try (EmbeddedBroker broker = start();
        Queues queues = Queues.open(broker.inProcess(), "test")) {
      queues.send(Stage.INDEX, FIRST);
    }
    try (EmbeddedBroker broker = start();
        Queues queues = Queues.open(broker.inProcess(), "test")) {
      assertThat(queues.waiting(Stage.INDEX)).containsExactly(FIRST);
    }
  }

  @Test
  void letsInOnlyWhoKnowsThePassword() {
    try (EmbeddedBroker broker = start()) {
      BrokerAddress reach = broker.onLoopback();
      try (Queues other = Queues.open(reach, "test")) {
        other.send(Stage.INDEX, FIRST);
        assertThat(other.waiting(Stage.INDEX)).containsExactly(FIRST);
      }
      assertThatThrownBy(
              () -> Queues.open(new BrokerAddress(reach.url(), "earshot", "guess"), "test"))
          .isInstanceOfSatisfying(
              EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
          .hasMessageContaining("broker.url");
      assertThat(reach.toString()).doesNotContain(reach.password());
    }
  }
}
