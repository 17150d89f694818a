package io.earshot.routes.feed.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.feed.files.FarFiles;
import io.earshot.routes.feed.files.FileFeedContract;
import io.earshot.routes.feed.files.RunningFeed;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.TestInlet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FtpFeedTest extends FileFeedContract {
  @Override
  protected FarFiles server(Path files) {
    return FtpFiles.plain(files);
  }

  /** What it says of files goes another way than files. */
  @Override
  protected long midway() {
    return 300;
  }

  @Override
  protected Feed feed(Section section) {
    return FtpPlace.plain(section);
  }

  private Feed feed(SpokenFtp server, String more) {
    return feed(Section.parse("{%s%s}".formatted(server.settings(), more), "test"));
  }

  /** CVE-2026-79983, and listings that are none. */
  @Test
  void asksForNothingThatLiesElsewhere() {
    String listing =
        """
        total 12
        -rw-r--r-- 1 u g 4 Jan  1 2020 ../up.wav
        -rw-r--r-- 1 u g 4 Jan  1 2020 /etc/passwd.wav
        -rw-r--r-- 1 u g 4 Jan  1 2020 a\\..\\b.wav
        -rw-r--r-- 1 u g 4 Jan  1 2020 ..
        -rw-r--r-- 1 u g 4 Jan  1 2020 x\u0007y.wav
        lrwxrwxrwx 1 u g 4 Jan  1 2020 link.wav -> /etc/passwd
        -rw-r--r-- 1 u g 99999999999999999999 Jan  1 2020 huge.wav
        -rw-r--r-- 1 u g -7 Jan  1 2020 less.wav
        drwxr-xr-x 1 u g 4 Jan  1 2020 ../..
        drwxr-xr-x 1 u g 4 Jan  1 2020 same
        -rw-r--r-- 1 u g 4 Jun 31 2020 never.wav
        %%%% \u0000\u0001 no listing at all
        -rw-r--r-- 1 u g 4 Jan  1 2020 good.wav
        """
            + "-".repeat(100_000);
    try (SpokenFtp server = new SpokenFtp(listing, "good")) {
      TestInlet inlet = inlet("");
      try (RunningFeed running = new RunningFeed(feed(server, ", delete: true"), inlet.inlet())) {
        eventually(() -> assertThat(inlet.landed()).contains("good.wav", "same/good.wav"));
        eventually(() -> assertThat(server.asked("DELE")).contains("DELE /home/good.wav"));
      }
      assertThat(server.asked("RETR", "DELE", "SIZE", "RNFR", "RNTO", "CWD"))
          .allMatch(line -> line.matches("[A-Z]+ /home(/same){0,15}(/(good|never|huge)\\.wav)?"));
      assertThat(inlet.trouble()).contains("refused");
    }
  }

  @Test
  void receivesNothingOfAFileThatIsShorterThanListed() {
    String listing = "-rw-r--r-- 1 u g 9 Jan  1 2020 a.wav\n";
    try (SpokenFtp server = new SpokenFtp(listing, "half")) {
      TestInlet inlet = inlet("");
      try (RunningFeed running = new RunningFeed(feed(server, ", delete: true"), inlet.inlet())) {
        eventually(() -> assertThat(inlet.trouble()).contains("a.wav", "not the 9 bytes"));
      }
      assertThat(inlet.landed()).isEmpty();
      assertThat(server.asked("DELE")).isEmpty();
    }
  }

  @Test
  void goesOnWhenAListingOrAFileDoesNotEnd() {
    for (SpokenFtp.Ending ending : List.of(SpokenFtp.Ending.STALLING, SpokenFtp.Ending.ENDLESS)) {
      try (SpokenFtp server = new SpokenFtp("-rw-r--r-- 1 u g 4 Jan  1 2020 a.wav\n", "good")) {
        server.then = ending;
        TestInlet inlet =
            new TestInlet(folder.resolve("home-" + ending), "poll: 150ms, settle: 0s");
        try (RunningFeed running = new RunningFeed(feed(server, ", delete: true"), inlet.inlet())) {
          eventually(() -> assertThat(inlet.trouble()).contains("can't be read"));
          assertThat(server.asked("DELE")).isEmpty();
          server.then = socket -> {};
          eventually(() -> assertThat(server.asked("DELE")).isNotEmpty());
          eventually(() -> assertThat(inlet.trouble()).isEmpty());
        }
        assertThat(inlet.landed()).containsExactly("a.wav");
      }
    }
  }

  /** A line for people loses its hour after half a year: that is no new file. */
  @Test
  void readsAgainOnlyWhatHasAnotherSizeOrDay() {
    try (SpokenFtp server = new SpokenFtp("-rw-r--r-- 1 u g 4 Jan  1 2020 a.wav\n", "good")) {
      TestInlet inlet = inlet("");
      try (RunningFeed running = new RunningFeed(feed(server, ""), inlet.inlet())) {
        eventually(() -> assertThat(inlet.landed()).containsExactly("a.wav"));
        int looks = server.asked("LIST").size();
        eventually(() -> assertThat(server.asked("LIST")).hasSizeGreaterThan(looks + 2));
      }
      assertThat(server.asked("RETR")).hasSize(1);
    }
  }

  @Test
  void saysThatTheWayIsNotEncrypted() {
    assertThat(feed("").check().detail()).contains("not encrypted", "use ftps or sftp");
    String wrong = far.settings().replace("geheim", "other");
    assertThat(feed(Section.parse("{%s}".formatted(wrong), "test")).check().detail())
        .contains("mend user or password");
  }

  @Test
  void findsMistakesInItsSettings() {
    Section section = Section.parse("{user: u, charset: klingon, trust: x}", "test");
    FtpPlace.plain(section);
    assertThatThrownBy(section::verify)
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("'host' is missing")
        .hasMessageContaining("a charset such as")
        .hasMessageContaining("'trust' is not a setting");
  }
}
