package io.earshot.routes.feed.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.routes.feed.TestCertificate;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  @TempDir Path folder;

  private static Trust trust(String yaml, boolean tls) {
    Section section = Section.parse("{%s}".formatted(yaml), "test");
    Trust trust = Trust.from(section, tls);
    section.verify();
    return trust;
  }

  private static Trust trust(Path file, String more) {
    return trust("trust: '%s'%s".formatted(file, more), true);
  }

  private static int authorities(Trust trust) throws AccessRefused {
    return ((X509TrustManager) trust.managers()[0]).getAcceptedIssuers().length;
  }

  @Test
  void readsPemAndStoresOfJavas() throws IOException {
    TestCertificate made = TestCertificate.make(folder, "one");
    String other = Files.readString(TestCertificate.make(folder, "other").pem());
    Path two = Files.writeString(folder.resolve("two"), other + Files.readString(made.pem()));

    assertThat(authorities(trust(two, ""))).isEqualTo(2);
    assertThat(authorities(trust(made.trustStore(), ", trust_password: changeit"))).isEqualTo(1);
    assertThat(authorities(trust("", true))).as("what Java trusts").isGreaterThan(10);
  }

  @Test
  void saysWhyAFileCantBeUsed() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    Path store = TestCertificate.make(folder, "one").trustStore();

    for (Trust unusable :
        new Trust[] {
          trust(folder.resolve("none.pem"), ""),
          trust(empty, ""),
          trust(store, ""),
          trust(store, ", trust_password: hush")
        }) {
      assertThatThrownBy(unusable::context)
          .isInstanceOf(AccessRefused.class)
          .hasMessageContaining("mend trust")
          .hasMessageNotContaining("hush");
    }
  }

  @Test
  void findsMistakesInItsSettings() {
    assertThatThrownBy(() -> trust("trust: /a.pem", false)).hasMessageContaining("without tls");
    assertThatThrownBy(() -> trust("trust_password: x", true)).hasMessageContaining("is missing");
  }

  @Test
  void tellsRefusalsFromLinesThatBreak() {
    Exception untrusted = new IOException("x", new SSLHandshakeException("no path"));
    SSLHandshakeException broken = new SSLHandshakeException("ended");
    broken.initCause(new EOFException());

    assertThat(Trust.told(untrusted, "host"))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("no path")
        .hasMessageContaining("the name in host");
    assertThat(Trust.told(new SSLException("no TLS"), "host")).hasMessageContaining("port or tls");
    assertThat(Trust.told(broken, "host")).isSameAs(broken);
    assertThat(Trust.told(new IllegalStateException("other"), "host")).hasMessage("other");
  }
}
