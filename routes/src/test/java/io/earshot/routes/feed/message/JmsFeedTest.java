package io.earshot.routes.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Stage;
import io.earshot.routes.feed.Obstacle;
import io.earshot.routes.feed.SourceAtWork;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmsFeedTest {
  @TempDir Path folder;

  private int port;
  private TestArtemis artemis;

  @BeforeEach
  void start() throws Exception {
    port = TestKafka.freePort();
    artemis = new TestArtemis(folder.resolve("artemis"), port);
  }

  @AfterEach
  void stop() throws Exception {
    artemis.close();
  }

  private SourceAtWork source(String more) throws Exception {
    return new SourceAtWork(
        folder.resolve("home"),
        "{name: jms, language: en, poll: 200ms%s}".formatted(more.isEmpty() ? queue() : more));
  }

  private String queue() {
    return ", jms: {url: '%s', tls: false, queue: calls}".formatted(artemis.url());
  }

  private void send(Function<JMSContext, Message> message) {
    send("calls", message);
  }

  private void send(String queue, Function<JMSContext, Message> message) {
    try (var factory = artemis.factory();
        JMSContext context = factory.createContext()) {
      context.createProducer().send(context.createQueue(queue), message.apply(context));
    }
  }

  private static String chat(String of) {
    return "{\"messages\":[{\"role\":\"customer\",\"text\":\"Hello from %s\"},{\"role\":\"agent\",\"text\":\"Good day\"}]}"
        .formatted(of);
  }

  private static BytesMessage bytes(JMSContext context, String text) {
    try {
      BytesMessage message = context.createBytesMessage();
      message.writeBytes(text.getBytes(UTF_8));
      return message;
    } catch (jakarta.jms.JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void takesTextsAndBytesAsTheSourceSays() throws Exception {
    send(context -> context.createTextMessage(chat("Anna")));
    send(context -> bytes(context, "Customer: 你好\nAgent: good day\n"));

    try (SourceAtWork source = source("")) {
      for (ConversationId id : source.awaitQueued(Stage.ANALYSE, 2)) {
        Conversation conversation = source.conversation(id);
        assertThat(conversation.language()).isEqualTo("en");
        assertThat(conversation.source()).startsWith("calls-");
      }
      await().until(() -> artemis.waiting("calls") == 0);
      assertThat(source.state().health().ok()).isTrue();
    }
  }

  @Test
  void whatIsDeliveredTwiceIsOneConversation() throws Exception {
    send(context -> context.createTextMessage(chat("Anna")));
    send(context -> context.createTextMessage(chat("Anna")));
    send(context -> context.createTextMessage(chat("Berta")));

    try (SourceAtWork source = source("")) {
      source.awaitQueued(Stage.ANALYSE, 2);
      await().until(() -> artemis.waiting("calls") == 0);
      assertThat(source.kept()).isEqualTo(2);
    }
  }

  @Test
  void propertiesOfAMessageDoNothing() throws Exception {
    send(
        context -> {
          try {
            Message message = context.createTextMessage(chat("Anna"));
            message.setStringProperty("CamelFileName", "../../evil");
            message.setStringProperty("CAmelHttpUri", "http://127.0.0.1:1/");
            message.setStringProperty("CamelBeanMethodName", "exit");
            message.setJMSReplyTo(context.createQueue("answers"));
            return message;
          } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
          }
        });

    try (SourceAtWork source = source("")) {
      ConversationId id = source.awaitQueued(Stage.ANALYSE, 1).iterator().next();
      assertThat(source.conversation(id).source()).matches("calls-[a-p]{16}\\.json");
      assertThat(source.conversation(id).attributes().toString()).doesNotContain("evil", "exit");
      await().until(() -> artemis.waiting("calls") == 0);
      assertThat(artemis.waiting("answers")).isZero();
    }
  }

  /** Tells when it is made of bytes. */
  static final class Trap implements Serializable {
    private static final long serialVersionUID = 1L;
    static volatile boolean sprung;

    private void readObject(ObjectInputStream in) {
      sprung = true;
    }
  }

  @Test
  void makesNoObjectsAndGoesOnBehindWhatItCantRead() throws Exception {
    send(context -> context.createObjectMessage(new Trap()));
    send(
        context -> {
          try {
            var map = context.createMapMessage();
            map.setString("text", "hello");
            return map;
          } catch (jakarta.jms.JMSException e) {
            throw new IllegalStateException(e);
          }
        });
    send(context -> context.createMessage());
    send(context -> context.createTextMessage("{\"broken\": "));
    send(context -> context.createTextMessage(chat("Anna")));

    try (SourceAtWork source = source("")) {
      source.awaitQueued(Stage.ANALYSE, 1);
      assertThat(source.awaitRefused(4)).hasSize(4).allMatch(reason -> reason.contains("calls-"));
      assertThat(Trap.sprung).isFalse();
      await().until(() -> artemis.waiting("calls") == 0);
    }
  }

  @Test
  void takesLargeMessagesAsTheyComeAndHoldsNoHugeTextInMemory() throws Exception {
    String line = "Customer: hello " + "again ".repeat(100) + "\nAgent: good day\n";
    send(context -> bytes(context, line.repeat(8_000)));
    send(context -> context.createTextMessage(line.repeat(1_000)));
    send(context -> context.createTextMessage(" ".repeat((int) JmsKinds.MOST_TEXT_BYTES / 2 + 1)));

    try (SourceAtWork source = source("")) {
      source.awaitQueued(Stage.ANALYSE, 2);
      source.awaitRefused(1);
      await().until(() -> artemis.waiting("calls") == 0);
    }
  }

  @Test
  void fetchesNothingOutsideOfItsHours() throws Exception {
    LocalTime now = LocalTime.now(ZoneOffset.UTC).withSecond(0).withNano(0);
    send(context -> context.createTextMessage(chat("Anna")));

    String hours =
        ", time_zone: UTC, pace: {between: '%s-%s'}".formatted(now.plusHours(2), now.plusHours(3));
    try (SourceAtWork source = source(queue() + hours)) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(5))
          .until(() -> artemis.waiting("calls") == 1 && source.kept() == 0);
    }
  }

  @Test
  void comesBackWhenTheBrokerDoes() throws Exception {
    try (SourceAtWork source = source("")) {
      send(context -> context.createTextMessage(chat("Anna")));
      source.awaitQueued(Stage.ANALYSE, 1);
      artemis.close();
      await().atMost(Duration.ofSeconds(20)).until(() -> !source.state().health().ok());
      assertThat(source.state().health().detail()).contains("does not answer");

      artemis = new TestArtemis(folder.resolve("artemis"), port);
      send(context -> context.createTextMessage(chat("Berta")));

      source.awaitQueued(Stage.ANALYSE, 2);
      await().atMost(Duration.ofSeconds(20)).until(() -> source.state().health().ok());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnWhenABrokerStopsInTheMiddleOfAMessage(boolean breaksOff) throws Exception {
    send(context -> bytes(context, "Customer: hello\nAgent: good day\n".repeat(30_000)));
    try (Obstacle way = new Obstacle(port)) {
      if (breaksOff) {
        way.breakOffAfter(400_000);
      } else {
        way.stallAfter(400_000);
      }
      String there = queue().replace("" + port, "" + way.port()).replace("}", ", timeout: 2s}");
      try (SourceAtWork source = source(there)) {
        await()
            .during(Duration.ofSeconds(4))
            .atMost(Duration.ofSeconds(6))
            .until(() -> source.kept() == 0 && artemis.waiting("calls") == 1);
        way.clear();
        source.awaitQueued(Stage.ANALYSE, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> artemis.waiting("calls") == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> source.state().health().ok());
        assertThat(source.kept()).isEqualTo(1);
      }
    }
  }

  @Test
  void aTopicKeepsWhatIsSentWhileTheSourceIsAway() throws Exception {
    String topic =
        ", jms: {url: '%s', tls: false, topic: talks, subscription: earshot}"
            .formatted(artemis.url());
    try (SourceAtWork source = source(topic)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> artemis.listens("earshot"));
      publish("first");
      source.awaitQueued(Stage.ANALYSE, 1);
    }
    publish("while it is away");

    try (SourceAtWork source = source(topic)) {
      source.awaitQueued(Stage.ANALYSE, 2);
    }
  }

  private void publish(String text) {
    try (var factory = artemis.factory();
        JMSContext context = factory.createContext()) {
      context.createProducer().send(context.createTopic("talks"), chat(text));
    }
  }
}
