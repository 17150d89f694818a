package io.earshot.ingest;

import io.earshot.conversation.Channel;
import io.earshot.ingest.facts.RecordedFacts;
import io.earshot.ingest.facts.SideFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether an item may be read: whether it is complete, of a kind that holds conversations,
 * and not too large. Safe for several threads.
 */
final class Admission {
  private final IngestSettings settings;
  private final Settling settling;
  private final Pairing pairing;
  private final DoneMarkers markers;
  private final SideFiles sideFiles;
  private final RecordedFacts recorded;

  Admission(IngestSettings settings, Settling settling) {
    this.settings = settings;
    this.settling = settling;
    this.pairing = new Pairing(settings);
    this.markers = new DoneMarkers(settings.doneMarkers());
    this.sideFiles = new SideFiles(settings.sideFiles());
    this.recorded = new RecordedFacts(settings.sideFiles(), settings.timeZone());
  }

  /**
   * Why an item is not read.
   *
   * @param keepBytes whether it is small enough to be kept
   */
  record Refused(String reason, boolean keepBytes) {}

  /**
   * How the files of a complete item look.
   *
   * @throws StillChanging when it is not complete
   */
  Map<Path, Settling.Look> settled(SourceItem item) {
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
    boolean longer = patience.compareTo(quiet) > 0 && sideFiles.of(file).isEmpty();
    return longer ? patience : quiet;
  }

  SourceKind kind(Path file) {
    return SourceKind.of(file, settings.soundsByName(file));
  }

  /** What the item would be as far as its name tells, for what can't be read. */
  Channel channel(SourceItem item) {
    return settings.soundsByName(item.files().get(0)) ? Channel.CALL : Channel.CHAT;
  }

  /** Why a complete item can't be read; empty when it may be. */
  Optional<Refused> refusal(SourceItem item, Map<Path, Settling.Look> looks) {
    return switch (kind(item.files().get(0))) {
      case EMPTY -> kept(item.name() + " is empty");
      case PACKED ->
          kept(item.name() + " is an archive or a document; unpack it, or export it as text");
      case RECORDING ->
          tooLarge(item, looks, "max_recording", settings.maxRecordingBytes())
              .or(() -> emptyPart(item));
      case TEXT -> tooLarge(item, looks, "max_table", settings.maxTableBytes());
    };
  }

  private Optional<Refused> emptyPart(SourceItem item) {
    return item.files().stream()
        .filter(file -> kind(file) == SourceKind.EMPTY)
        .findFirst()
        .flatMap(file -> kept(PlainName.of(file) + " is empty"));
  }

  private static Optional<Refused> tooLarge(
      SourceItem item, Map<Path, Settling.Look> looks, String key, long most) {
    long bytes = looks.values().stream().mapToLong(Settling.Look::bytes).sum();
    return bytes <= most
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "%s has %d bytes, ingest.%s allows %d; it was left where it is"
                    .formatted(item.name(), bytes, key, most),
                false));
  }

  private static Optional<Refused> kept(String reason) {
    return Optional.of(new Refused(reason, true));
  }
}
