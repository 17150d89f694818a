package io.earshot.routes.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.ingest.Stage;
import io.earshot.routes.feed.Feeds;
import io.earshot.routes.feed.SourceAtWork;
import io.earshot.routes.feed.TestCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster over encrypted ways, with and without passwords. */
class KafkaTlsTest {
  @TempDir static Path cluster;
  @TempDir Path folder;

  private static TestCertificate localhost;
  private static int tls;
  private static int password;
  private static int open;
  private static TestKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    localhost = TestCertificate.make(cluster, "localhost");
    tls = TestKafka.freePort();
    password = TestKafka.freePort();
    open = TestKafka.freePort();
    String listeners =
        ",SSL://localhost:%d,SASL_SSL://localhost:%d,SASL_PLAINTEXT://localhost:%d"
            .formatted(tls, password, open);
    kafka =
        new TestKafka(
            cluster.resolve("kafka"),
            TestKafka.freePort(),
            TestKafka.freePort(),
            listeners,
            settings());
    kafka.topic("calls");
    kafka.user("care", "it's \"hush\"");
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "listener.security.protocol.map",
        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_SSL:SASL_SSL,SASL_PLAINTEXT:SASL_PLAINTEXT");
    settings.put("ssl.keystore.location", localhost.store().toString());
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.password", TestCertificate.PASSWORD);
    settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512");
    for (String listener : new String[] {"sasl_ssl", "sasl_plaintext"}) {
      String prefix = "listener.name.%s.".formatted(listener);
      settings.put(
          prefix + "plain.sasl.jaas.config",
          "org.apache.kafka.common.security.plain.PlainLoginModule required user_care=\"it's \\\"hush\\\"\";");
      for (String digest : new String[] {"256", "512"}) {
        settings.put(
            prefix + "scram-sha-%s.sasl.jaas.config".formatted(digest),
            "org.apache.kafka.common.security.scram.ScramLoginModule required;");
      }
    }
    return settings;
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static String place(int port, String more) {
    return "kafka: {brokers: ['localhost:%d'], topics: [calls], timeout: 3s%s}"
        .formatted(port, more);
  }

  private static String trusting() {
    return ", trust: '%s'".formatted(localhost.pem());
  }

  private static String user(String mechanism) {
    return ", user: care, password: 'it''s \"hush\"', mechanism: %s".formatted(mechanism);
  }

  private static CheckResult check(String place) {
    Section section = Section.parse("{%s}".formatted(place), "test");
    CheckResult check = Feeds.source(section).origin().check();
    section.verify();
    assertThat(check.detail()).doesNotContain("hush", "changeit");
    return check;
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scram-sha-256", "scram-sha-512"})
  void readsOverAnEncryptedWayWithAPassword(String mechanism, TestInfo test) throws Exception {
    kafka.send(new ProducerRecord<>("calls", "Customer: hello\nAgent: good day\n".getBytes(UTF_8)));
    String place =
        place(password, ", group: %s%s%s".formatted(mechanism, trusting(), user(mechanism)));
    try (SourceAtWork source =
        new SourceAtWork(
            folder.resolve("home"), "{name: kafka, poll: 200ms, %s}".formatted(place))) {
      source.awaitQueued(Stage.ANALYSE, 1);
      await().until(() -> kafka.read(mechanism, "calls") > 0);
      assertThat(source.state().health().ok()).isTrue();
    }
  }

  @Test
  void readsWithACertificateAlone() {
    String store = ", trust: '%s', trust_password: changeit".formatted(localhost.trustStore());

    assertThat(check(place(tls, trusting())).ok()).isTrue();
    assertThat(check(place(tls, store)).detail()).doesNotContain("unencrypted");
  }

  @Test
  void trustsNoOtherCluster() {
    TestCertificate other = TestCertificate.make(folder, "elsewhere");
    String otherCertificate = ", trust: '%s'".formatted(other.pem());

    assertThat(check(place(tls, "")).detail()).contains("can't prove who it is");
    assertThat(check(place(tls, otherCertificate)).detail()).contains("can't prove who it is");
    assertThat(check(place(tls, trusting()).replace("localhost:", "127.0.0.1:")).detail())
        .contains("can't prove who it is", "the name in brokers");
    assertThat(check(place(tls, trusting()).replace(".pem", ".none")).detail())
        .contains("mend trust");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scram-sha-512"})
  void saysThatThePasswordIsWrong(String mechanism) throws Exception {
    String wrong = place(password, trusting() + user(mechanism).replace("hush", "guess"));
    assertThat(check(wrong).detail()).contains("does not let us in", "mend user and password");
    try (SourceAtWork source =
        new SourceAtWork(
            folder.resolve("home"), "{name: kafka, poll: 200ms, %s}".formatted(wrong))) {
      await().atMost(Duration.ofSeconds(20)).until(() -> !source.state().health().ok());
      assertThat(source.state().health().detail()).contains("mend user and password");
    }
  }

  @Test
  void doesNotFallBackToAnOpenWay() {
    String settings = trusting() + user("plain");

    assertThat(check(place(open, settings)).ok()).isFalse();
    assertThat(check(place(open, ", tls: false" + user("plain"))).detail()).contains("unencrypted");
    CheckResult plainly = check(place(tls, ", tls: false"));
    assertThat(plainly.ok()).isFalse();
    assertThat(plainly.detail()).contains("tls");
  }
}
