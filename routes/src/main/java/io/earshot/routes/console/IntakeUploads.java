package io.earshot.routes.console;

import io.earshot.console.upload.UploadTaker;
import io.earshot.console.upload.UploadedConversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.StillChanging;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.source.Handover;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes uploads in as watched folders do, but for that their files are known to be complete. */
final class IntakeUploads implements UploadTaker {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeUploads.class);
  private static final Duration WHILE_MORE_COMES = Duration.ofDays(1);

  private final Scanner scanner;
  private final Intake patient;
  private final Intake usual;
  private final Vault vault;
  private final Handover handover;

  IntakeUploads(IngestSettings settings, Vault vault, Queues queues) {
    this.scanner = new Scanner(settings);
    this.patient = new Intake(settings.withWaits(Duration.ZERO, WHILE_MORE_COMES), vault);
    this.usual = new Intake(settings.withWaits(Duration.ZERO, settings.pairWait()), vault);
    this.vault = vault;
    this.handover = new Handover(vault, queues, false);
  }

  @Override
  public void take(List<Path> files, boolean more, Consumer<Taken> taken) {
    List<Path> beside = new ArrayList<>();
    for (SourceItem item : scanner.scan(files, skipped -> beside.add(skipped.file()))) {
      List<Path> all = new ArrayList<>(item.files());
      scanner.companions(item).stream().filter(beside::remove).forEach(all::add);
      take(item, all, more ? patient : usual, taken);
    }
    if (!more && !beside.isEmpty()) {
      taken.accept(Taken.of(beside, List.of()));
    }
  }

  private void take(SourceItem item, List<Path> files, Intake intake, Consumer<Taken> taken) {
    List<String> ids = new ArrayList<>();
    try {
      intake.take(
          item,
          IntakeOptions.NONE,
          receipt -> {
            handover.accept(receipt);
            ids.add(receipt.id().value());
          });
    } catch (StillChanging e) {
      return; // one half of a call: the other one may come
    } catch (EarshotException e) {
      taken.accept(Taken.failed(files, e.getMessage(), isPassing(e.kind())));
      return;
    } catch (RuntimeException e) { // an edge: others are to be taken nevertheless
      LOG.error("An upload could not be read", e);
      taken.accept(Taken.failed(files, "A defect; it was noted in the log", false));
      return;
    }
    taken.accept(Taken.of(files, ids));
  }

  private static boolean isPassing(ErrorKind kind) {
    return kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.EXHAUSTED;
  }

  @Override
  public UploadedConversation state(String conversation) {
    ConversationId id = new ConversationId(conversation);
    if (!vault.contains(id)) {
      return new UploadedConversation(conversation, "quarantined", "It was taken out again");
    }
    Outcome outcome = vault.outcome(id);
    return switch (outcome) {
      case PENDING -> new UploadedConversation(conversation, "in_flight", null);
      case INDEXED -> new UploadedConversation(conversation, outcome.code(), null);
      case QUARANTINED ->
          new UploadedConversation(
              conversation,
              outcome.code(),
              vault.quarantined(id).map(Quarantine::reason).orElse(""));
    };
  }
}
