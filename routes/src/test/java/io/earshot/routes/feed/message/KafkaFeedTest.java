package io.earshot.routes.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Stage;
import io.earshot.routes.feed.SourceAtWork;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class KafkaFeedTest {
  @TempDir static Path cluster;
  @TempDir Path folder;

  private static int port;
  private static int controller;
  private static TestKafka kafka;

  private String topic;

  @BeforeAll
  static void start() throws Exception {
    port = TestKafka.freePort();
    controller = TestKafka.freePort();
    kafka = new TestKafka(cluster.resolve("kafka"), port, controller);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @BeforeEach
  void makeTopic(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    kafka.topic(topic);
  }

  private SourceAtWork source(String more) throws Exception {
    return new SourceAtWork(
        folder.resolve("home"),
        "{name: kafka, language: en, poll: 200ms, kafka: {brokers: ['127.0.0.1:%d'], topics: [%s], group: %s, tls: false}%s}"
            .formatted(port, topic, topic, more));
  }

  private static ProducerRecord<byte[], byte[]> message(String topic, String text) {
    return new ProducerRecord<>(topic, text == null ? null : text.getBytes(UTF_8));
  }

  private void send(String text) throws Exception {
    kafka.send(message(topic, text));
  }

  private static String chat(String of) {
    return "{\"messages\":[{\"role\":\"customer\",\"text\":\"Hello from %s\"},{\"role\":\"agent\",\"text\":\"Good day\"}]}"
        .formatted(of);
  }

  private void awaitRead(long offset) {
    await().atMost(Duration.ofSeconds(20)).until(() -> kafka.read(topic, topic) == offset);
  }

  @Test
  void takesRecordsAsTheSourceSaysAndTellsHowFarItRead() throws Exception {
    send(chat("Anna"));
    send("Customer: hello\nAgent: good day\n");

    try (SourceAtWork source = source("")) {
      for (ConversationId id : source.awaitQueued(Stage.ANALYSE, 2)) {
        Conversation conversation = source.conversation(id);
        assertThat(conversation.language()).isEqualTo("en");
        assertThat(conversation.source()).matches(topic + "-0-[01]\\.(json|txt)");
      }
      awaitRead(2);
      assertThat(source.state().health().ok()).isTrue();
      send(chat("Berta"));
      source.awaitQueued(Stage.ANALYSE, 3);
      awaitRead(3);
    }
    try (SourceAtWork source = source("")) {
      send(chat("Carl"));
      source.awaitQueued(Stage.ANALYSE, 4);
      assertThat(source.state().received()).as("none of the earlier ones").isEqualTo(1);
    }
  }

  @Test
  void headersDoNothing() throws Exception {
    ProducerRecord<byte[], byte[]> hostile = message(topic, chat("Anna"));
    hostile.headers().add("CamelFileName", "../../evil".getBytes(UTF_8));
    hostile.headers().add("CAmelHttpUri", "http://127.0.0.1:1/".getBytes(UTF_8));
    hostile.headers().add("CamelBeanMethodName", "exit".getBytes(UTF_8));
    kafka.send(hostile);

    try (SourceAtWork source = source("")) {
      ConversationId id = source.awaitQueued(Stage.ANALYSE, 1).iterator().next();
      assertThat(source.conversation(id).source()).isEqualTo(topic + "-0-0.json");
      assertThat(source.conversation(id).attributes().toString()).doesNotContain("evil", "exit");
    }
  }

  @Test
  void goesOnBehindWhatCantBeRead() throws Exception {
    send(null);
    send("{\"broken\": ");
    send("\u0000\u0001\u0002");
    send(chat("Anna"));

    try (SourceAtWork source = source("")) {
      source.awaitQueued(Stage.ANALYSE, 1);
      assertThat(source.awaitRefused(3)).hasSize(3).allMatch(reason -> reason.contains(topic));
      awaitRead(4);
    }
  }

  @Test
  void whatIsReadTwiceIsOneConversation() throws Exception {
    send(chat("Anna"));
    send(chat("Anna"));
    send(chat("Berta"));

    try (SourceAtWork source = source("")) {
      source.awaitQueued(Stage.ANALYSE, 2);
      awaitRead(3);
      assertThat(source.kept()).isEqualTo(2);
    }
  }

  @Test
  void fetchesNothingOutsideOfItsHours() throws Exception {
    LocalTime now = LocalTime.now(ZoneOffset.UTC).withSecond(0).withNano(0);
    send(chat("Anna"));

    String hours =
        ", time_zone: UTC, pace: {between: '%s-%s'}".formatted(now.plusHours(2), now.plusHours(3));
    try (SourceAtWork source = source(hours)) {
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(6))
          .until(() -> source.kept() == 0);
      assertThat(kafka.read(topic, topic)).isZero();
    }
  }

  @Test
  void comesBackWhenTheClusterDoes() throws Exception {
    try (SourceAtWork source = source("")) {
      send(chat("Anna"));
      source.awaitQueued(Stage.ANALYSE, 1);
      awaitRead(1);
      kafka.close();
      await().atMost(Duration.ofSeconds(30)).until(() -> !source.state().health().ok());
      assertThat(source.state().health().detail()).contains("does not answer");

      kafka = new TestKafka(cluster.resolve("kafka"), port, controller);
      send(chat("Berta"));

      source.awaitQueued(Stage.ANALYSE, 2);
      await().atMost(Duration.ofSeconds(30)).until(() -> source.state().health().ok());
    }
  }
}
