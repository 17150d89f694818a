package io.earshot.routes.feed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.ingest.Stage;
import io.earshot.routes.feed.Feeds;
import io.earshot.routes.feed.SourceAtWork;
import io.earshot.routes.feed.TestCertificate;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker over an encrypted way, that lets in who knows the password. */
class JmsTlsTest {
  @TempDir static Path certificates;
  private static TestCertificate localhost;

  @TempDir Path folder;

  private int port;
  private TestArtemis artemis;

  @BeforeAll
  static void makeCertificate() {
    localhost = TestCertificate.make(certificates, "localhost");
  }

  @BeforeEach
  void start() throws Exception {
    port = TestKafka.freePort();
    artemis = TestArtemis.encrypted(folder.resolve("artemis"), port, localhost, "hush");
  }

  @AfterEach
  void stop() throws Exception {
    artemis.close();
  }

  private String place(String more) {
    return "jms: {url: 'tcp://localhost:%d', queue: calls, user: care, password: hush, timeout: 3s%s}"
        .formatted(port, more);
  }

  private String trusting() {
    return ", trust: '%s'".formatted(localhost.pem());
  }

  private static CheckResult check(String place) {
    Section section = Section.parse("{%s}".formatted(place), "test");
    CheckResult check = Feeds.source(section).origin().check();
    section.verify();
    assertThat(check.detail()).doesNotContain("hush", "changeit");
    return check;
  }

  private void send(String text) {
    String address =
        "tcp://localhost:%d?sslEnabled=true&trustStoreType=PKCS12&trustStorePath=%s&trustStorePassword=changeit"
            .formatted(port, localhost.trustStore());
    try (var factory = new ActiveMQJMSConnectionFactory(address, "care", "hush");
        JMSContext context = factory.createContext()) {
      context.createProducer().send(context.createQueue("calls"), text);
    }
  }

  @Test
  void readsOverAnEncryptedWay() throws Exception {
    send("Customer: hello\nAgent: good day\n");
    try (SourceAtWork source =
        new SourceAtWork(
            folder.resolve("home"), "{name: jms, poll: 200ms, %s}".formatted(place(trusting())))) {
      source.awaitQueued(Stage.ANALYSE, 1);
      await().until(() -> artemis.waiting("calls") == 0);
      assertThat(source.state().health().ok()).isTrue();
    }
  }

  @Test
  void readsWithAStoreOfCertificates() {
    String store = ", trust: '%s', trust_password: changeit".formatted(localhost.trustStore());

    assertThat(check(place(store)).ok()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "verifyHost=false", "trustAll=true", "sslEnabled=false"})
  void trustsNoOtherBrokerWhateverTheOptionsSay(String options) {
    String more = options.isEmpty() ? "" : ", options: '%s'".formatted(options);

    CheckResult unknown = check(place(more));
    assertThat(unknown.ok()).isFalse();
    CheckResult misnamed = check(place(trusting() + more).replace("//localhost", "//127.0.0.1"));
    assertThat(misnamed.ok()).isFalse();
    assertThat(check(place(trusting() + more)).ok()).isTrue();
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(check(place("")).detail()).contains("can't prove who it is", "trust");
    assertThat(check(place(trusting()).replace("//localhost", "//127.0.0.1")).detail())
        .contains("can't prove who it is", "the name in url");
    assertThat(check(place(trusting()).replace(".pem", ".none")).detail()).contains("mend trust");
    assertThat(check(place(", tls: false")).detail()).contains("does not answer", "tls");
  }

  @Test
  void saysThatThePasswordIsWrongAndDoesNotHammer() throws Exception {
    String wrong = place(trusting()).replace("password: hush", "password: guess");
    try (SourceAtWork source =
        new SourceAtWork(folder.resolve("home"), "{name: jms, poll: 200ms, %s}".formatted(wrong))) {
      await().atMost(Duration.ofSeconds(20)).until(() -> !source.state().health().ok());
      assertThat(source.state().health().detail()).contains("mend user and password");
      long tried = artemis.signIns();
      await()
          .during(Duration.ofSeconds(4))
          .atMost(Duration.ofSeconds(6))
          .until(() -> artemis.signIns() == tried);
    }
  }
}
