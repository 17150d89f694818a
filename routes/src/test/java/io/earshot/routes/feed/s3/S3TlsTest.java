package io.earshot.routes.feed.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.routes.feed.TestCertificate;
import io.earshot.routes.feed.files.RunningFeed;
import io.earshot.routes.source.TestInlet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of one's own, whose certificate nobody knows but us. */
class S3TlsTest {
  @TempDir static Path certificates;
  private static TestCertificate localhost;

  @TempDir Path folder;
  private ObjectStore store;

  @BeforeAll
  static void makeCertificate() {
    localhost = TestCertificate.make(certificates, "localhost");
  }

  @BeforeEach
  void start() {
    store = new ObjectStore(2, Optional.of(localhost));
    store.start();
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private CheckResult check(String settings) {
    Section section = Section.parse("{%s}".formatted(settings), "test");
    CheckResult check = S3Place.feed(section).check();
    section.verify();
    return check;
  }

  private String trusting(TestCertificate certificate) {
    return "%s, trust: '%s'".formatted(store.settings(), certificate.pem());
  }

  @Test
  void readsOverAnEncryptedWay() {
    store.put("a.wav", "one".getBytes(UTF_8));
    TestInlet inlet = new TestInlet(folder.resolve("home"), "poll: 150ms, settle: 100ms");
    Section section = Section.parse("{%s, delete: true}".formatted(trusting(localhost)), "test");
    try (RunningFeed running = new RunningFeed(S3Place.feed(section), inlet.inlet())) {
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> store.names().isEmpty());
    }
    assertThat(inlet.file("a.wav")).hasContent("one");
    assertThat(check(trusting(localhost)).detail()).doesNotContain("encrypted");
  }

  @Test
  void trustsNoOtherStore() {
    TestCertificate other = TestCertificate.make(folder, "elsewhere");

    assertThat(check(store.settings()).detail()).contains("can't prove who it is");
    assertThat(check(trusting(other)).detail()).contains("can't prove who it is");
    assertThat(check(trusting(localhost).replace("//localhost", "//127.0.0.1")).detail())
        .contains("can't prove who it is", "the name in endpoint");
    assertThat(check(trusting(localhost).replace(".pem", ".none")).detail()).contains("mend trust");
  }
}
