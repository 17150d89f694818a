package io.earshot.ingest;

import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.facts.RecordedFacts;
import io.earshot.ingest.facts.SideFiles;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes items from sources into the vault. Any number of threads may use it at the same time, also
 * for the same item: it is kept once.
 */
public final class Intake {
  private final IngestSettings settings;
  private final Settling settling;
  private final Pairing pairing;
  private final DoneMarkers markers;
  private final SideFiles sideFiles;
  private final RecordedFacts recorded;
  private final Refusals refusals;
  private final CallIntake calls;
  private final ChatIntake chats;

  public Intake(IngestSettings settings, Vault vault) {
    this(settings, vault, Clock.systemUTC());
  }

  Intake(IngestSettings settings, Vault vault, Clock clock) {
    this.settings = settings;
    this.settling = new Settling(clock);
    this.pairing = new Pairing(settings);
    this.markers = new DoneMarkers(settings.doneMarkers());
    this.sideFiles = new SideFiles(settings.sideFiles());
    this.recorded = new RecordedFacts(settings.sideFiles(), settings.timeZone());
    this.refusals = new Refusals(vault, clock, settings.settle());
    this.calls = new CallIntake(settings, vault, clock);
    this.chats = new ChatIntake(settings, vault, clock, refusals);
  }

  /**
   * Takes one item. Each conversation is safely on disk when its receipt is handed out; when the
   * method returns, all are. What can't be read has a receipt too, with the reason.
   *
   * @throws StillChanging when a file is still being written, or the other half of a pair may come
   * @throws EarshotException of kind EXHAUSTED when the vault's disk is full, UNAVAILABLE when a
   *     disk does not answer, MISCONFIGURED when a mapping is wrong; the item is then to be taken
   *     again, conversations that had their receipts are known the second time
   */
  public void take(SourceItem item, IntakeOptions options, Consumer<Receipt> receipts) {
    Map<Path, Settling.Look> looks = settled(item);
    switch (kind(item.files().get(0))) {
      case RECORDING -> takeRecording(item, looks, options, receipts);
      case TEXT -> takeText(item, looks, options, receipts);
      case EMPTY -> receipts.accept(refusals.whole(item, channel(item), item.name() + " is empty"));
      case PACKED ->
          receipts.accept(
              refusals.whole(
                  item,
                  channel(item),
                  item.name() + " is an archive or a document; unpack it, or export it as text"));
    }
  }

  private Map<Path, Settling.Look> settled(SourceItem item) {
    Map<Path, Settling.Look> looks = new HashMap<>();
    for (Path file : item.files()) {
      looks.put(file, settling.settled(file, quiet(file, item)));
    }
    return looks;
  }

  /** For how long a file must not have changed to be complete. */
  private Duration quiet(Path file, SourceItem item) {
    if (markers.wanted()) {
      if (markers.of(file, item).isEmpty()) {
        throw StillChanging.unmarked(file, settings.doneMarkers());
      }
      return Duration.ZERO;
    }
    if (!settings.soundsByName(file)) {
      return recorded.mayBeOfRecording(file) ? settings.pairWait() : settings.settle();
    }
    boolean alone = item.files().size() == 1 && pairing.half(file).isPresent();
    Duration quiet = alone ? settings.pairWait() : settings.settle();
    Duration patience = settings.sideFiles().patience();
    return patience.compareTo(quiet) > 0 && sideFiles.of(file).isEmpty() ? patience : quiet;
  }

  private SourceKind kind(Path file) {
    return SourceKind.of(file, settings.soundsByName(file));
  }

  private void takeRecording(
      SourceItem item,
      Map<Path, Settling.Look> looks,
      IntakeOptions options,
      Consumer<Receipt> receipts) {
    long bytes = looks.values().stream().mapToLong(Settling.Look::bytes).sum();
    if (bytes > settings.maxRecordingBytes()) {
      receipts.accept(tooLarge(item, bytes, "max_recording", settings.maxRecordingBytes()));
      return;
    }
    for (Path file : item.files()) {
      if (kind(file) == SourceKind.EMPTY) {
        receipts.accept(refusals.whole(item, Channel.CALL, PlainName.of(file) + " is empty"));
        return;
      }
    }
    receipts.accept(calls.take(item, looks, options));
  }

  private void takeText(
      SourceItem item,
      Map<Path, Settling.Look> looks,
      IntakeOptions options,
      Consumer<Receipt> receipts) {
    Path file = item.files().get(0);
    long bytes = looks.get(file).bytes();
    if (bytes > settings.maxTableBytes()) {
      receipts.accept(tooLarge(item, bytes, "max_table", settings.maxTableBytes()));
      return;
    }
    chats.take(item, looks.get(file), options, receipts);
  }

  private Receipt tooLarge(SourceItem item, long bytes, String key, long most) {
    return refusals.withoutBytes(
        item,
        channel(item),
        "%s has %d bytes, ingest.%s allows %d; it was left where it is"
            .formatted(item.name(), bytes, key, most));
  }

  private Channel channel(SourceItem item) {
    return settings.soundsByName(item.files().get(0)) ? Channel.CALL : Channel.CHAT;
  }
}
