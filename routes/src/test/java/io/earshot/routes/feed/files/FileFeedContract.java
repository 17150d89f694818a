package io.earshot.routes.feed.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.config.Section;
import io.earshot.routes.feed.Obstacle;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.TestInlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every feed of files promises, tried against a real server of its kind. */
public abstract class FileFeedContract {
  private static final String FAST = "poll: 150ms, settle: 100ms";

  @TempDir protected Path folder;

  protected FarFiles far;

  /** A server whose files, if it keeps them on disk, lie in a folder. */
  protected abstract FarFiles server(Path files) throws IOException;

  /** The feed of some settings. */
  protected abstract Feed feed(Section section);

  @BeforeEach
  void startServer() throws IOException {
    far = server(Files.createDirectories(folder.resolve("far")));
    far.start();
  }

  @AfterEach
  void stopServer() {
    far.close();
  }

  protected final Feed feed(String more) {
    Section section = Section.parse("{%s%s}".formatted(far.settings(), more), "test");
    Feed feed = feed(section);
    section.verify();
    return feed;
  }

  protected final TestInlet inlet(String more) {
    return new TestInlet(folder.resolve("home"), FAST + more);
  }

  private void put(String name, String content) {
    far.put(name, content.getBytes(UTF_8));
  }

  protected static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(assertion);
  }

  @Test
  void receivesWhatLiesThereOnceAndAgainWhenItChanged() throws IOException {
    put("2026/01/a b's #1 录音?.wav", "one");
    try (RunningFeed running = new RunningFeed(feed(""), inlet("").inlet())) {
      TestInlet inlet = inlet("");
      eventually(() -> assertThat(inlet.landed()).containsExactly("2026/01/a b's #1 录音?.wav"));
      assertThat(inlet.file("2026/01/a b's #1 录音?.wav")).hasContent("one");
      Files.delete(inlet.file("2026/01/a b's #1 录音?.wav"));
    }
    put("b.wav", "two");
    TestInlet restarted = inlet("");
    try (RunningFeed running = new RunningFeed(feed(""), restarted.inlet())) {
      eventually(() -> assertThat(restarted.landed()).containsExactly("b.wav"));
      put("2026/01/a b's #1 录音?.wav", "changed");
      eventually(() -> assertThat(restarted.landed()).hasSize(2));
    }
    assertThat(far.names()).containsExactlyInAnyOrder("2026/01/a b's #1 录音?.wav", "b.wav");
    assertThat(restarted.trouble()).isEmpty();
  }

  @Test
  void bringsEveryByteOfALargeFile() throws IOException {
    byte[] sound = new byte[5_000_001];
    new Random(7).nextBytes(sound);
    far.put("large.wav", sound);
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(""), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).containsExactly("large.wav"));
    }
    assertThat(inlet.file("large.wav")).hasBinaryContent(sound);
  }

  @Test
  void deletesWhatWasReceived() {
    put("in/a.wav", "one");
    put("readme.md", "not ours");
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      eventually(() -> assertThat(far.names()).containsExactly("readme.md"));
    }
    assertThat(inlet.landed()).containsExactly("in/a.wav");
  }

  @Test
  void movesWhatWasReceivedAndKeepsWhatLiesThereAlready() {
    put("2026/a.wav", "one");
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(", done: done"), inlet.inlet())) {
      eventually(() -> assertThat(far.names()).containsExactly("done/2026/a.wav"));
      put("2026/a.wav", "another");
      eventually(
          () ->
              assertThat(far.names())
                  .hasSize(2)
                  .allMatch(name -> name.startsWith("done/2026/") && name.endsWith("a.wav")));
    }
    assertThat(inlet.file("2026/a.wav")).hasContent("another");
    assertThat(inlet.landed()).as("what was done is not read again").hasSize(1);
  }

  @Test
  void letsGoOfNothingThatWasNotReceived() {
    put("a.wav", "x".repeat(1_025));
    put("b.wav", "small");
    TestInlet inlet = inlet(", max_recording: 1KB");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      eventually(() -> assertThat(far.names()).containsExactly("a.wav"));
      eventually(() -> assertThat(inlet.trouble()).contains("a.wav", "more than the 1024"));
    }
  }

  @Test
  void takesNothingWhileTheInletIsClosed() {
    put("a.wav", "one");
    TestInlet full = new TestInlet(folder.resolve("home"), FAST, Long.MAX_VALUE / 2);
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), full.inlet())) {
      await().during(Duration.ofMillis(600)).until(() -> full.landed().isEmpty());
    }
    assertThat(far.names()).containsExactly("a.wav");
  }

  @Test
  void keepsNothingOfWhatBreaksOffAndTriesAgain() {
    far.put("a.wav", new byte[300_000]);
    far.breakOff(true);
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      eventually(() -> assertThat(inlet.trouble()).isNotEmpty());
      assertThat(inlet.landed()).isEmpty();
      assertThat(far.names()).containsExactly("a.wav");
      far.breakOff(false);
      eventually(() -> assertThat(far.names()).isEmpty());
      eventually(() -> assertThat(inlet.trouble()).isEmpty());
    }
    assertThat(inlet.file("a.wav")).hasSize(300_000);
  }

  /** After how many bytes of a connection a server is in the middle of something. */
  protected long midway() {
    return 100_000;
  }

  @Test
  void goesOnWhenAServerStallsInTheMiddle() {
    try (Obstacle way = new Obstacle(far.port())) {
      way.stallAfter(midway());
      comesBack(way);
    }
  }

  @Test
  void goesOnWhenAServerBreaksOffInTheMiddle() {
    try (Obstacle way = new Obstacle(far.port())) {
      way.breakOffAfter(midway());
      comesBack(way);
    }
  }

  private void comesBack(Obstacle way) {
    far.put("a.wav", new byte[300_000]);
    String there = far.settings().replace("" + far.port(), "" + way.port());
    Feed feed = feed(Section.parse("{%s, delete: true}".formatted(there), "test"));
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed, inlet.inlet())) {
      eventually(() -> assertThat(inlet.trouble()).isNotEmpty());
      assertThat(inlet.landed()).isEmpty();
      assertThat(far.names()).containsExactly("a.wav");
      way.clear();
      eventually(() -> assertThat(far.names()).isEmpty());
      eventually(() -> assertThat(inlet.trouble()).isEmpty());
    }
    assertThat(inlet.file("a.wav")).hasSize(300_000);
    assertThat(inlet.arriving()).isEmpty();
  }

  @Test
  void bringsTheTwoFilesOfACallTogether() {
    put("x-agent.wav", "agent");
    put("x-agent.json", "{}");
    put("y.wav", "other");
    TestInlet inlet = inlet(", pair_wait: 1h");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).containsExactly("y.wav"));
      eventually(() -> assertThat(far.names()).containsExactly("x-agent.json", "x-agent.wav"));
      put("x-caller.wav", "caller");
      eventually(() -> assertThat(far.names()).isEmpty());
    }
    assertThat(inlet.landed())
        .containsExactly("x-agent.json", "x-agent.wav", "x-caller.wav", "y.wav");
  }

  @Test
  void takesAHalfWhoseOtherNeverComes() {
    put("x-agent.wav", "agent");
    TestInlet inlet = inlet(", pair_wait: 300ms");
    try (RunningFeed running = new RunningFeed(feed(""), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).containsExactly("x-agent.wav"));
    }
  }

  /** The process ended between the two files of a call: what is left is no call of its own. */
  @Test
  void letsGoOfWhatWasReceivedBeforeARestart() throws IOException {
    put("x-agent.wav", "agent");
    put("x-caller.wav", "caller");
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(""), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).hasSize(2));
    }
    for (String name : inlet.landed()) {
      Files.delete(inlet.file(name));
    }
    TestInlet restarted = inlet("");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), restarted.inlet())) {
      eventually(() -> assertThat(far.names()).isEmpty());
    }
    assertThat(restarted.landed()).isEmpty();
  }

  @Test
  void waitsForMarkersAndLetsThemGoToo() {
    put("x.wav", "one");
    put("z.wav", "never done");
    TestInlet inlet = inlet(", done_markers: [.done, .ready]");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      await().during(Duration.ofMillis(600)).until(() -> inlet.landed().isEmpty());
      put("x.ready", "");
      eventually(() -> assertThat(far.names()).containsExactly("z.wav"));
      put("z.wav.done", "");
      eventually(() -> assertThat(far.names()).isEmpty());
    }
    assertThat(inlet.landed()).containsExactly("x.wav", "z.wav");
  }

  @Test
  void saysThatTheServerIsAwayAndComesBackByItself() {
    far.stop();
    TestInlet inlet = inlet("");
    Feed feed = feed("");
    assertThat(feed.check().ok()).isFalse();
    try (RunningFeed running = new RunningFeed(feed, inlet.inlet())) {
      eventually(() -> assertThat(inlet.trouble()).contains(feed.place(), "see that it runs"));
      far.start();
      put("a.wav", "one");
      eventually(() -> assertThat(inlet.landed()).containsExactly("a.wav"));
      eventually(() -> assertThat(inlet.trouble()).isEmpty());
    }
    assertThat(feed.check().ok()).isTrue();
    assertThat(feed.check().detail()).doesNotContain("geheim");
  }
}
