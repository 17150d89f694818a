package io.earshot.console.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.console.http.Reply;
import io.earshot.console.store.Store;
import io.earshot.console.testing.TestingTaker;
import io.earshot.console.upload.Uploads.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  private static final UploadSettings SETTINGS =
      new UploadSettings(1 << 20, 4, Duration.ofSeconds(20), 1, 3, Duration.ofDays(7));

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

  private Upload send(String name, String content) {
    Sender anna = new Sender("anna", "");
    uploads.begin(anna, Told.NOTHING, 0);
    FileReception file = new FileReception(uploads, anna, name, Told.NOTHING, Reply::accepted);
    file.take(content.getBytes(StandardCharsets.UTF_8));
    return (Upload) file.complete().body();
  }

  private Upload shown(long number) {
    return uploads.show(uploads.find(number).orElseThrow());
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
    await().untilAsserted(() -> assertThat(shown(caller).total()).isEqualTo(1));
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
              List<Given> all, boolean more, java.util.function.Consumer<Taken> handled) {
            taker.take(all, more, unheard -> {});
          }

          @Override
          public void check(Told told) {}

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
    uploads.place().append(new byte[9], 0, 9);
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

  /** Uploads had one file each, in the same row. */
  @Test
  void whatAnEarlierVersionLeftIsTakenIn() throws Exception {
    die();
    Files.delete(folder.resolve("console.db"));
    Path file = folder.resolve("uploads/received/x-0/old.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "c11");
    try (Store old = Store.open(folder.resolve("console.db"))) {
      old.prepare(
          "CREATE TABLE upload (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,"
              + " bytes INTEGER NOT NULL, file TEXT NOT NULL, state TEXT NOT NULL,"
              + " reason TEXT NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL)",
          "CREATE TABLE upload_conversation (upload INTEGER NOT NULL REFERENCES upload"
              + " ON DELETE CASCADE, conversation TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,"
              + " PRIMARY KEY (upload, conversation)) WITHOUT ROWID");
      old.change(
          "INSERT INTO upload VALUES (7, 'old.txt', 3, ?, 'waiting', '', 'anna', ?)",
          file.toString(),
          Instant.now());
    }

    start(taker, Duration.ZERO);

    await().until(() -> shown(7).total() == 1);
    assertThat(shown(7).conversations().get(0).id()).isEqualTo("c11");
    die();
    start(taker, Duration.ZERO);
    assertThat(shown(7).files()).containsExactly("old.txt");
  }

  @Test
  void filesAreTheOwnersAlone() throws Exception {
    assertThat(Files.getPosixFilePermissions(folder.resolve("uploads"))).hasSize(3);
  }
}
