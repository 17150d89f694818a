package io.earshot.routes.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.ingest.Intake;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.EmbeddedBroker;
import io.earshot.routes.queue.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  @TempDir Path folder;

  private Path incoming;
  private Vault vault;
  private EmbeddedBroker broker;
  private Queues queues;

  @BeforeEach
  void start() throws IOException {
    incoming = Files.createDirectories(folder.resolve("incoming/day"));
    vault = Vault.open(folder.resolve("vault"));
    broker = EmbeddedBroker.start(folder.resolve("broker"), () -> {});
    queues = Queues.open(broker.inProcess(), "test");
  }

  @AfterEach
  void stop() {
    queues.close();
    broker.close();
    vault.close();
  }

  private FolderWatch watch(String more) {
    return watch(
        "{folder: '%s', settle: 0s, pair_wait: 0s%s}".formatted(folder.resolve("incoming"), more),
        Clock.systemUTC());
  }

  private FolderWatch watch(String yaml, Clock clock) {
    Section section = Section.parse(yaml, "test");
    Origin.Folder origin = Origin.Folder.from(section);
    Source source = Source.from(section, origin);
    Leaving leaving =
        origin
            .done()
            .<Leaving>map(done -> new Leaving.Move(origin.folder(), done, clock))
            .orElseGet(Leaving.Stay::new);
    return new FolderWatch(
        source,
        origin.folder(),
        leaving,
        new Intake(source.ingest(), vault),
        new Handover(vault, queues, false),
        new FileMemory(folder.resolve("sources"), source.name()),
        clock);
  }

  private void chat(String name) throws IOException {
    Files.writeString(
        incoming.resolve(name), "Customer: hello from %s\nAgent: good day\n".formatted(name));
  }

  @Test
  void queuesWhatArrivesAndMovesItAway() throws IOException {
    chat("a.txt");
    FolderWatch watch = watch(", done: '%s'".formatted(folder.resolve("done")));

    List<SourceItem> items = watch.arrived();
    items.forEach(watch::take);

    assertThat(items).hasSize(1);
    assertThat(queues.waiting(Stage.ANALYSE)).hasSize(1);
    assertThat(incoming.resolve("a.txt")).doesNotExist();
    assertThat(folder.resolve("done/day/a.txt")).exists();
    assertThat(watch.arrived()).isEmpty();
  }

  @Test
  void movesWhatBelongsToARecordingWithIt() throws IOException {
    Files.writeString(incoming.resolve("x.wav"), "RIFF1234WAVE");
    Files.writeString(incoming.resolve("x.json"), "{\"agent\": \"Bob\"}");
    Files.writeString(incoming.resolve("x.ok"), "");
    Files.writeString(incoming.resolve("manifest.csv"), "file,queue\nx.wav,Sales\n");
    FolderWatch watch =
        watch(", done: '%s', done_markers: [.ok]".formatted(folder.resolve("done")));

    List<SourceItem> items = watch.arrived();
    items.forEach(watch::take);

    assertThat(items).hasSize(1);
    assertThat(queues.waiting(Stage.TRANSCRIBE)).hasSize(1);
    assertThat(folder.resolve("done/day")).isDirectoryContaining("glob:**/x.wav");
    assertThat(folder.resolve("done/day/x.json")).exists();
    assertThat(folder.resolve("done/day/x.ok")).exists();
    // Recordings that are still to come may be in the list.
    assertThat(incoming).isDirectoryNotContaining("glob:**/x.*");
    assertThat(incoming.resolve("manifest.csv")).exists();
  }

  @Test
  void remembersWhatItLeavesThereAlsoOverARestart() throws IOException {
    chat("a.txt");
    watch("").arrived().forEach(watch("")::take);

    chat("b.txt");
    FolderWatch second = watch("");

    assertThat(second.arrived()).extracting(SourceItem::name).containsExactly("b.txt");
    assertThat(incoming.resolve("a.txt")).exists();
  }

  @Test
  void tellsOfFactsThatComeBesideARecordingThatWasTaken() throws IOException {
    Files.writeString(incoming.resolve("x.wav"), "RIFF1234WAVE");
    Files.writeString(incoming.resolve("x.json"), "{\"agent\": \"Bob\"}");
    Files.writeString(incoming.resolve("y.wav"), "RIFF1234WAVE2");
    FolderWatch watch = watch("");
    watch.arrived().forEach(watch::take);
    assertThat(watch.arrived()).isEmpty();
    assertThat(watch.check().detail()).doesNotContain("later than");

    Files.writeString(incoming.resolve("y.json"), "{\"agent\": \"Bob\"}");
    Files.writeString(incoming.resolve("z.wav"), "RIFF1234WAVE3");
    Files.writeString(incoming.resolve("z.json"), "{\"agent\": \"Bob\"}");
    for (int look = 0; look < 2; look++) {
      assertThat(watch.arrived()).extracting(SourceItem::name).containsExactly("z.wav");
    }

    assertThat(watch.check().ok()).isTrue();
    assertThat(watch.check().detail()).contains("recordings: 1, the last one y.json");
  }

  @Test
  void keepsAnEarlierFileOfTheSameName() throws IOException {
    FolderWatch watch = watch(", done: '%s'".formatted(folder.resolve("done")));
    chat("a.txt");
    watch.arrived().forEach(watch::take);
    Files.writeString(incoming.resolve("a.txt"), "Customer: something else\nAgent: yes\n");
    watch.arrived().forEach(watch::take);

    try (var files = Files.list(folder.resolve("done/day"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void leavesTheFileAndTellsWhenItCannotLetGo() throws IOException {
    chat("a.txt");
    Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
    FolderWatch watch = watch(", done: '%s'".formatted(folder.resolve("blocked/done")));

    watch.arrived().forEach(watch::take);

    assertThat(incoming.resolve("a.txt")).exists();
    assertThat(watch.check().ok()).isFalse();
    assertThat(watch.check().detail()).contains("a.txt");
    assertThat(watch.arrived()).as("put off, not tried at every look").isEmpty();
  }

  @Test
  void tellsOfAFolderThatIsNotThere() {
    FolderWatch watch = watch("{folder: '%s'}".formatted(folder.resolve("no")), Clock.systemUTC());

    assertThat(watch.arrived()).isEmpty();
    CheckResult check = watch.check();
    assertThat(check.ok()).isFalse();
    assertThat(check.detail()).contains("make it");
  }

  @Test
  void takesNoMoreAtOnceThanItsPaceAllows() throws IOException {
    chat("a.txt");
    chat("b.txt");
    FolderWatch watch = watch(", pace: {at_once: 1}");

    watch.arrived().forEach(watch::take);
    assertThat(queues.waiting(Stage.ANALYSE)).hasSize(1);

    vault.indexed(queues.waiting(Stage.ANALYSE).iterator().next(), Duration.ofSeconds(1));
    watch.arrived().forEach(watch::take);
    assertThat(queues.waiting(Stage.ANALYSE)).hasSize(2);
  }

  @Test
  void finishesWhatACrashLeftBetweenTwoFilesOfACall() throws IOException {
    Files.writeString(incoming.resolve("x-in.wav"), "RIFF1234WAVE");
    Files.writeString(incoming.resolve("x-out.wav"), "RIFF1234WAVE2");
    watch("").arrived().forEach(watch("")::take); // it remembers both and leaves both
    Files.delete(incoming.resolve("x-in.wav")); // as if moved

    FolderWatch restarted = watch(", done: '%s'".formatted(folder.resolve("done")));

    assertThat(restarted.arrived()).isEmpty();
    assertThat(folder.resolve("done/day/x-out.wav")).exists();
    assertThat(queues.waiting(Stage.TRANSCRIBE)).hasSize(1);
  }
}
