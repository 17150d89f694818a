package io.earshot.routes.feed.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.routes.feed.TestCertificate;
import io.earshot.routes.feed.files.FarFiles;
import io.earshot.routes.feed.files.FileFeedContract;
import io.earshot.routes.source.Feed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FtpsFeedTest extends FileFeedContract {
  @TempDir static Path certificates;
  private static TestCertificate localhost;

  @BeforeAll
  static void makeCertificate() {
    localhost = TestCertificate.make(certificates, "localhost");
  }

  @Override
  protected FarFiles server(Path files) {
    return FtpFiles.encrypted(files, localhost, false);
  }

  /** What it says of files goes another way than files. */
  @Override
  protected long midway() {
    return 2_500;
  }

  @Override
  protected Feed feed(Section section) {
    return FtpPlace.encrypted(section);
  }

  private Feed with(String settings) {
    return feed(Section.parse("{%s}".formatted(settings), "test"));
  }

  @Test
  void readsWhenTlsBeginsAtOnce() {
    try (FtpFiles implicit = FtpFiles.encrypted(folder, localhost, true)) {
      implicit.start();
      assertThat(with(implicit.settings()).check().ok()).isTrue();
    }
  }

  @Test
  void trustsNoOtherCertificate() {
    String settings = far.settings();
    assertThat(with(settings.replaceAll("trust: '[^']*', ", "")).check().detail())
        .contains("can't prove who it is", "trust");
    TestCertificate other = TestCertificate.make(certificates, "other");
    String wrong = settings.replace(localhost.pem().toString(), other.pem().toString());
    assertThat(with(wrong).check().ok()).isFalse();
  }

  @Test
  void takesNoCertificateOfAnotherName() {
    TestCertificate other = TestCertificate.make(certificates, "elsewhere");
    try (FtpFiles server = FtpFiles.encrypted(folder, other, false)) {
      server.start();
      assertThat(with(server.settings()).check().detail()).contains("of the name in host");
    }
  }

  @Test
  void saysThatTheFileOfCertificatesIsMissing() {
    String settings = far.settings().replace(".pem", ".none");
    assertThat(with(settings).check().detail()).contains("mend trust");
  }

  /** A server without TLS gets no password. */
  @Test
  void doesNotFallBackToAnOpenWay() {
    try (FtpFiles plain = FtpFiles.plain(folder)) {
      plain.start();
      assertThat(with(plain.settings()).check().ok()).isFalse();
    }
  }
}
