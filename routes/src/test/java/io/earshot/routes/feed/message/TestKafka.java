package io.earshot.routes.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka cluster of one, on loopback, whose records outlive it. */
final class TestKafka implements AutoCloseable {
  private final int port;
  private final KafkaRaftServer server;

  TestKafka(Path folder, int port, int controller) throws Exception {
    this(folder, port, controller, "", Map.of());
  }

  /** With further listeners, such as {@code ,SSL://127.0.0.1:9093}. */
  TestKafka(Path folder, int port, int controller, String listeners, Map<String, String> more)
      throws Exception {
    this.port = port;
    if (!Files.exists(folder)) {
      format(Files.createDirectories(folder));
    }
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d%s"
            .formatted(port, controller, listeners));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", folder.toString());
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("auto.create.topics.enable", "false");
    settings.putAll(more);
    server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    server.startup();
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Map<String, Object> address() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + port);
  }

  /** Lets a user in by SCRAM. */
  void user(String name, String password) throws Exception {
    try (Admin admin = Admin.create(address())) {
      for (ScramMechanism way :
          List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
        UserScramCredentialAlteration user =
            new UserScramCredentialUpsertion(name, new ScramCredentialInfo(way, 4096), password);
        admin.alterUserScramCredentials(List.of(user)).all().get(30, TimeUnit.SECONDS);
      }
    }
  }

  void topic(String name) throws Exception {
    try (Admin admin = Admin.create(address())) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
    }
  }

  void send(ProducerRecord<byte[], byte[]> message) throws Exception {
    try (var producer =
        new KafkaProducer<>(address(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(message).get(30, TimeUnit.SECONDS);
    }
  }

  /** How far the group has said that it read the first partition of a topic. */
  long read(String group, String topic) throws Exception {
    try (Admin admin = Admin.create(address())) {
      OffsetAndMetadata offset =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(30, TimeUnit.SECONDS)
              .get(new TopicPartition(topic, 0));
      return offset == null ? 0 : offset.offset();
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
