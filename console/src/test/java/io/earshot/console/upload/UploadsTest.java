package io.earshot.console.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.console.store.Store;
import io.earshot.console.testing.TestingTaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class UploadsTest {
  private static final UploadSettings SETTINGS = new UploadSettings(1 << 20, 4);

  @TempDir Path folder;

  private final TestingTaker taker = new TestingTaker();
  private Store store;
  private Uploads uploads;

  @BeforeEach
  void start() {
    start(taker, Duration.ZERO);
  }

  private void start(UploadTaker by, Duration wait) {
    store = Store.open(folder.resolve("console.db"));
    uploads = new Uploads(SETTINGS, folder.resolve("uploads"), store, by, wait, () -> 1L << 30);
    uploads.start();
  }

  @AfterEach
  void end() {
    uploads.close();
    store.close();
  }

  /** As far as a process gets that is killed: nothing is put in order. */
  private void die() {
    uploads.close();
    store.close();
  }

  private Upload send(String name, String content) throws IOException {
    Path place = uploads.begin("anna", 0).file();
    Files.writeString(place, content);
    return uploads.keep(place, name, "anna");
  }

  private Upload shown(long number) {
    return uploads.find(number).orElseThrow().upload();
  }

  private String status(long number) {
    return shown(number).status();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("uploads"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void tellsWhatBecameOfEachConversation() throws Exception {
    long number = send("table.csv", "c1\nc2\n").number();

    await().until(() -> shown(number).total() == 2);
    assertThat(status(number)).isEqualTo("working");
    taker.end("c1", "indexed", null);
    assertThat(status(number)).isEqualTo("working");
    taker.end("c2", "quarantined", "broken");

    Upload upload = shown(number);
    assertThat(upload.status()).isEqualTo("done");
    assertThat(upload.conversations())
        .containsExactly(
            new UploadedConversation("c1", "indexed", null),
            new UploadedConversation("c2", "quarantined", "broken"));
    assertThat(files()).isEmpty();
  }

  @Test
  void whatCouldNotBeUsedAtAllHasFailed() throws Exception {
    long number = send("broken.wav", "c3").number();
    taker.end("c3", "quarantined", "no sound in it");

    await().until(() -> status(number).equals("failed"));
    assertThat(shown(number).reason()).isEqualTo("no sound in it");
  }

  @Test
  void twoHalvesThatComeOneByOneAreOneCall() throws Exception {
    die();
    start(taker, Duration.ofMinutes(1));
    long agent = send("call-agent.wav", "c4").number();
    long caller = send("call-caller.wav", "c4").number();

    await().until(() -> !shown(agent).conversations().isEmpty());
    assertThat(taker.taken()).containsExactly("call-agent.wav+call-caller.wav");
    assertThat(shown(caller).conversations()).isEqualTo(shown(agent).conversations());
  }

  @Test
  void aHalfThatStaysAloneIsTakenAlone() throws Exception {
    send("call-agent.wav", "c5");

    await().until(() -> taker.taken().contains("call-agent.wav"));
  }

  @Test
  void theSameNameTwiceIsTwoUploads() throws Exception {
    taker.trouble("the disk is full");
    send("a.wav", "c6");
    send("a.wav", "c7");
    taker.trouble("");

    await().until(() -> taker.taken().size() == 2);
  }

  @Test
  void whatIsAcknowledgedIsTakenInByTheNextProcess() throws Exception {
    taker.trouble("down");
    long number = send("a.txt", "c8").number();
    await().until(() -> "down".equals(shown(number).reason()));
    assertThat(status(number)).isEqualTo("received");

    die();
    taker.trouble("");
    start(taker, Duration.ZERO);

    await().until(() -> status(number).equals("working"));
    assertThat(shown(number).conversations().get(0).id()).isEqualTo("c8");
  }

  /** Killed between the taking and the note of it, the same is taken once more. */
  @Test
  void takingTwiceIsTakingOnce() throws Exception {
    start(
        new UploadTaker() {
          @Override
          public void take(
              List<Path> all, boolean more, java.util.function.Consumer<Taken> handled) {
            taker.take(all, more, unheard -> {});
          }

          @Override
          public UploadedConversation state(String conversation) {
            return taker.state(conversation);
          }
        },
        Duration.ZERO);
    long number = send("a.txt", "c9").number();
    await().until(() -> !taker.taken().isEmpty());
    assertThat(status(number)).isIn("received", "working");

    die();
    start(taker, Duration.ZERO);

    await().until(() -> shown(number).total() == 1);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatWasNotAcknowledgedIsGoneAtTheNextStart() throws Exception {
    Files.writeString(uploads.begin("anna", 0).file(), "half a file");
    Path unknown = folder.resolve("uploads/received/x-0/renamed-but-not-noted.wav");
    Files.createDirectories(unknown.getParent());
    Files.writeString(unknown, "whole");

    die();
    start(taker, Duration.ZERO);

    assertThat(files()).isEmpty();
  }

  @Test
  void handsAFileInAgainWithItsOwnTime() throws Exception {
    Path file = Files.writeString(folder.resolve("kept"), "c10");
    taker.trouble("down");

    uploads.handIn("../chat.txt", file, Instant.parse("2020-01-01T00:00:00Z"), "anna");

    assertThat(files()).singleElement().asString().endsWith("/chat.txt");
    assertThat(Files.getLastModifiedTime(files().get(0)).toInstant())
        .isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(file).exists();
  }

  @Test
  void filesAreTheOwnersAlone() throws Exception {
    assertThat(Files.getPosixFilePermissions(folder.resolve("uploads"))).hasSize(3);
  }
}
