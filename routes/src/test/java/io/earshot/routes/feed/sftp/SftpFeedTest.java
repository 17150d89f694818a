package io.earshot.routes.feed.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.feed.files.FarFiles;
import io.earshot.routes.feed.files.FileFeedContract;
import io.earshot.routes.feed.files.RunningFeed;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.TestInlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SftpFeedTest extends FileFeedContract {
  @Override
  protected FarFiles server(Path files) {
    return new SshFiles(files);
  }

  @Override
  protected Feed feed(Section section) {
    return SftpPlace.feed(section);
  }

  private SshFiles ssh() {
    return (SshFiles) far;
  }

  /** CVE-2026-79983: a listing must not make us read, delete or move what lies elsewhere. */
  @Test
  void refusesNamesThatLeadOutOfTheFolder() throws IOException {
    Path files = Files.createDirectories(folder.resolve("hostile/inside"));
    Files.writeString(folder.resolve("hostile/secret.wav"), "not ours");
    Map<String, String> lies =
        Map.of(
            "up.wav", "../secret.wav",
            "deep.wav", "a/../../secret.wav",
            "back.wav", "..\\secret.wav",
            "root.wav", "/secret.wav",
            "line.wav", "x\ny.wav",
            "null.wav", "x\u0000y.wav",
            "long.wav", "n".repeat(5_000) + ".wav",
            "folder", "../..");
    for (String name : lies.keySet()) {
      Files.writeString(files.resolve(name), "bait");
    }
    Files.writeString(files.resolve("good.wav"), "good");
    SshFiles hostile =
        new SshFiles(folder.resolve("hostile"), name -> lies.getOrDefault(name, name));
    hostile.start();
    try (hostile) {
      for (String afterwards : new String[] {"delete: true", "done: /done"}) {
        TestInlet inlet = inlet("");
        Section section =
            Section.parse(
                "{%s, folder: inside, %s}".formatted(hostile.settings(), afterwards), "x");
        try (RunningFeed running = new RunningFeed(feed(section), inlet.inlet())) {
          eventually(() -> assertThat(inlet.trouble()).contains("refused"));
          eventually(() -> assertThat(files.resolve("good.wav")).doesNotExist());
        }
        assertThat(inlet.landed()).containsExactly("good.wav");
        assertThat(inlet.trouble()).contains("8 refused");
        assertThat(folder.resolve("hostile/secret.wav")).hasContent("not ours");
        lies.keySet().forEach(name -> assertThat(files.resolve(name)).exists());
        Files.writeString(files.resolve("good.wav"), "good");
      }
    }
  }

  @Test
  void followsNoLinks() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.wav"), "not ours");
    Files.createSymbolicLink(folder.resolve("far/link.wav"), outside);
    Files.createSymbolicLink(folder.resolve("far/loop"), folder.resolve("far"));
    far.put("a.wav", "one".getBytes(UTF_8));
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).containsExactly("a.wav"));
      eventually(() -> assertThat(far.names()).doesNotContain("a.wav"));
    }
    assertThat(outside).exists();
    assertThat(inlet.landed()).containsExactly("a.wav");
  }

  @Test
  void doesNotTalkToAServerThatItDoesNotKnow() throws IOException {
    String other = "SHA256:" + "A".repeat(43);
    Section section =
        Section.parse("{%s}".formatted(far.settings().replace(ssh().fingerprint(), other)), "x");
    assertThat(feed(section).check().detail())
        .contains(ssh().fingerprint())
        .contains("ask its operator");

    Path none = Files.createFile(folder.resolve("known_hosts"));
    String settings =
        far.settings().replaceAll("host_key: '[^']*'", "known_hosts: '%s'".formatted(none));
    Feed unknown = feed(Section.parse("{%s}".formatted(settings), "x"));
    assertThat(unknown.check().detail()).contains(ssh().fingerprint());
    assertThat(ssh().signIns()).as("no password was shown to it").isZero();
  }

  @Test
  void saysThatThePasswordIsWrongAndDoesNotHammer() {
    TestInlet inlet = inlet("");
    Section section =
        Section.parse(
            "{%s}".formatted(far.settings().replace("password: geheim", "password: x")), "x");
    try (RunningFeed running = new RunningFeed(feed(section), inlet.inlet())) {
      eventually(() -> assertThat(inlet.trouble()).contains("mend user, password or key"));
      int tried = ssh().signIns();
      await().during(Duration.ofSeconds(1)).until(() -> ssh().signIns() == tried);
    }
  }

  @Test
  void signsInWithAKeyThatHasAPassphrase() throws IOException, JSchException {
    Path key = folder.resolve("key");
    KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048);
    pair.writePrivateKey(key.toString(), "pass".getBytes(UTF_8));
    ssh().allowKeys();
    String settings = far.settings().replaceAll("password: geheim", "key: '%s'".formatted(key));
    Section right = Section.parse("{%s, passphrase: pass}".formatted(settings), "x");
    Section wrong = Section.parse("{%s, passphrase: other}".formatted(settings), "x");
    assertThat(feed(right).check().ok()).isTrue();
    assertThat(feed(wrong).check().detail()).contains("mend");
  }

  /** It takes the connection and says nothing. */
  @Test
  void givesUpOnAServerThatSaysNothing() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String settings =
          far.settings()
              .replace("port: " + ssh().port(), "port: " + mute.getLocalPort())
              .replace("timeout: 3s", "timeout: 300ms");
      Feed feed = feed(Section.parse("{%s}".formatted(settings), "x"));
      long start = System.nanoTime();
      assertThat(feed.check().ok()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void findsMistakesInItsSettings() {
    Section section =
        Section.parse("{user: u, host_key: ab, done: x, delete: true, foldr: y}", "test");
    SftpPlace.feed(section);
    assertThatThrownBy(section::verify)
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("'host' is missing")
        .hasMessageContaining("'password' is missing")
        .hasMessageContaining("SHA256:")
        .hasMessageContaining("either deleted or moved")
        .hasMessageContaining("'foldr'");
  }
}
