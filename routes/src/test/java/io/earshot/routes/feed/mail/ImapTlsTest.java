package io.earshot.routes.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.ingest.Stage;
import io.earshot.routes.feed.Feeds;
import io.earshot.routes.feed.SourceAtWork;
import io.earshot.routes.feed.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes over an encrypted way, to the right server or not at all. */
class ImapTlsTest {
  @TempDir static Path certificates;
  private static TestCertificate localhost;

  @TempDir Path folder;
  private GreenMail greenMail;
  private GreenMailUser user;

  @BeforeAll
  static void makeCertificate() {
    localhost = TestCertificate.make(certificates, "localhost");
  }

  @BeforeEach
  void start() {
    greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    greenMail.start();
    user = greenMail.setUser("care@example.test", "care", "hush");
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  private TlsFront front(TestCertificate certificate, String tls) throws IOException {
    return new TlsFront(certificate, tls.equals("implicit"), greenMail.getImap().getPort());
  }

  private static String place(int port, String tls, String more) {
    return "imap: {host: localhost, port: %d, user: care, password: hush, tls: %s, timeout: 3s%s}"
        .formatted(port, tls, more);
  }

  private static String trusting(TestCertificate certificate) {
    return ", trust: '%s'".formatted(certificate.pem());
  }

  private static CheckResult check(String place) {
    Section section = Section.parse("{%s}".formatted(place), "test");
    CheckResult check = Feeds.source(section).origin().check();
    section.verify();
    assertThat(check.detail()).doesNotContain("hush");
    return check;
  }

  @ParameterizedTest
  @ValueSource(strings = {"implicit", "starttls"})
  void readsOverAnEncryptedWay(String tls) throws Exception {
    user.deliver(GreenMailUtil.newMimeMessage("From: a@b.test\nSubject: one\n\nWhere is it?\n"));
    try (TlsFront front = front(localhost, tls);
        SourceAtWork source =
            new SourceAtWork(
                folder.resolve("home"),
                "{name: mail, poll: 200ms, %s}"
                    .formatted(place(front.port(), tls, trusting(localhost))))) {
      source.awaitQueued(Stage.ANALYSE, 1);
      assertThat(source.state().health().ok()).isTrue();
      assertThat(source.state().health().detail()).doesNotContain("encrypted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"implicit", "starttls"})
  void readsWithAStoreOfCertificates(String tls) throws Exception {
    try (TlsFront front = front(localhost, tls)) {
      String store = ", trust: '%s', trust_password: changeit".formatted(localhost.trustStore());

      assertThat(check(place(front.port(), tls, store)).ok()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"implicit", "starttls"})
  void trustsNoOtherServer(String tls) throws Exception {
    TestCertificate other = TestCertificate.make(certificates, "elsewhere-" + tls);
    try (TlsFront unknown = front(localhost, tls);
        TlsFront misnamed = front(other, tls)) {
      assertThat(check(place(unknown.port(), tls, "")).detail()).contains("can't prove who it is");
      assertThat(check(place(unknown.port(), tls, trusting(other))).detail())
          .contains("can't prove who it is");
      assertThat(check(place(misnamed.port(), tls, trusting(other))).detail())
          .contains("can't prove who it is", "the name in host");
    }
  }

  /** Whoever sits in between may hide that the server knows TLS. */
  @Test
  void doesNotFallBackToAnOpenWay() {
    int plain = greenMail.getImap().getPort();

    assertThat(check(place(plain, "starttls", "")).detail()).contains("no STARTTLS", "mend");
    assertThat(check(place(plain, "implicit", "")).detail()).contains("tls");
    assertThat(check(place(plain, "none", "")).detail()).contains("unencrypted");
  }
}
