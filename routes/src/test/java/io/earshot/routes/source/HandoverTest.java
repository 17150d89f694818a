package io.earshot.routes.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Receipt;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.EmbeddedBroker;
import io.earshot.routes.queue.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {
  @TempDir Path folder;

  private Vault vault;
  private EmbeddedBroker broker;
  private Queues queues;

  @BeforeEach
  void start() {
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

  private Receipt taken(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "Customer: hello\nAgent: good day\n");
    List<Receipt> receipts = new ArrayList<>();
    IngestSettings settings = IngestSettings.from(Section.parse("settle: 0s", "test"));
    new Intake(settings, vault).take(SourceItem.of(file), IntakeOptions.NONE, receipts::add);
    return receipts.get(0);
  }

  private Handover handover(boolean again) {
    return new Handover(vault, queues, again);
  }

  private long queued() {
    return queues.length(Stage.ANALYSE);
  }

  @Test
  void queuesOnceWhatTwoFilesHold() throws IOException {
    Handover handover = handover(false);
    handover.accept(taken("a.txt"));
    handover.accept(taken("b.txt"));

    assertThat(queued()).isEqualTo(1);
  }

  @Test
  void doesNotQueueAgainWhatWaitsSinceBeforeACrash() throws IOException {
    handover(false).accept(taken("a.txt"));
    handover(false).accept(taken("a.txt"));

    assertThat(queued()).isEqualTo(1);
  }

  @Test
  void queuesWhatWasKeptButNotQueuedWhenTheProcessDied() throws IOException {
    taken("a.txt");
    handover(false).accept(taken("a.txt"));

    assertThat(queued()).isEqualTo(1);
  }

  @Test
  void neverQueuesTwiceWhatIsOnItsWay() throws IOException {
    handover(false).accept(taken("a.txt"));
    handover(true).accept(taken("a.txt"));

    assertThat(queued()).isEqualTo(1);
  }

  @Test
  void queuesWhatIsDoneOnlyWhenAsked() throws IOException {
    Receipt receipt = taken("a.txt");
    vault.indexed(receipt.id(), Duration.ofSeconds(1));

    handover(false).accept(taken("a.txt"));
    assertThat(queued()).isZero();
    handover(true).accept(taken("a.txt"));
    assertThat(queued()).isEqualTo(1);
  }
}
