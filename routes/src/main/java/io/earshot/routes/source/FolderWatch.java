package io.earshot.routes.source;

import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Kinship;
import io.earshot.ingest.Receipt;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.StillChanging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what arrives in a folder. A file is let go of, by moving or by remembering it, only when
 * everything in it is in the vault and queued; until then every look finds it again.
 */
final class FolderWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Source source;
  private final Path folder;
  private final Leaving leaving;
  private final Scanner scanner;
  private final Kinship kinship;
  private final Intake intake;
  private final Handover handover;
  private final FileMemory memory;
  private final LateFacts late;
  private final Throttle throttle;
  private final Clock clock;
  private final Map<SourceItem, Pause> pauses = new ConcurrentHashMap<>();
  private final LongAdder received = new LongAdder();
  private volatile Optional<Instant> lastAt = Optional.empty();
  private volatile String trouble = "";

  FolderWatch(
      Source source,
      Path folder,
      Leaving leaving,
      Intake intake,
      Handover handover,
      FileMemory memory,
      Clock clock) {
    this.source = source;
    this.folder = folder;
    this.leaving = leaving;
    this.scanner = new Scanner(source.ingest());
    this.kinship = new Kinship(source.ingest());
    this.intake = intake;
    this.handover = handover;
    this.memory = memory;
    this.late = new LateFacts(source, memory);
    this.throttle = new Throttle(source.pace(), handover::isOnItsWay, clock);
    this.clock = clock;
  }

  /** When an item that could not be taken is tried again. */
  private record Pause(Instant until, Duration length) {}

  /** What lies there and was not taken yet. */
  List<SourceItem> arrived() {
    try {
      List<SourceItem> items = new ArrayList<>();
      List<Scanner.Skipped> beside = new ArrayList<>();
      for (SourceItem item : scanner.scan(List.of(folder), beside::add)) {
        if (!item.files().stream().allMatch(memory::knows)) {
          items.add(item);
        } else if (!leaving.stays()) {
          dismiss(item); // the process died between the two files of a call
        }
      }
      lookBeside(beside, items);
      pauses.keySet().retainAll(items);
      trouble = pauses.isEmpty() ? "" : trouble;
      return items.stream().filter(this::isDue).toList();
    } catch (EarshotException e) {
      trouble = e.getMessage();
      return List.of();
    } catch (IOException e) {
      trouble = "%s can't be tidied (%s)".formatted(folder, e);
      return List.of();
    }
  }

  private void lookBeside(List<Scanner.Skipped> beside, List<SourceItem> items) throws IOException {
    for (Scanner.Skipped one : beside) {
      if (kinship.isManifest(one.file().getFileName().toString())) {
        leaving.keeps(one.file());
      }
    }
    if (leaving.stays()) {
      late.lookAt(
          beside.stream().filter(Scanner.Skipped::sideFile).map(Scanner.Skipped::file).toList(),
          items);
    }
  }

  private boolean isDue(SourceItem item) {
    Pause pause = pauses.get(item);
    return pause == null || !clock.instant().isBefore(pause.until());
  }

  /** Takes one item and lets go of its files; what fails is tried again, less and less often. */
  void take(SourceItem item) {
    if (!throttle.allows()) {
      return; // the next look finds it again
    }
    try {
      intake.take(item, IntakeOptions.NONE, this::accept);
      letGo(item);
      throttle.taken();
      pauses.remove(item);
    } catch (StillChanging e) {
      pauses.put(item, new Pause(clock.instant().plus(e.retryAfter()), Duration.ZERO));
    } catch (EarshotException e) {
      putOff(item, e.getMessage());
      LOG.warn("{}: {} is put off: {}", source.name(), item.name(), e.getMessage());
    } catch (IOException e) {
      putOff(item, "%s can't be let go of (%s)".formatted(item.name(), e));
      LOG.warn("{}: {}", source.name(), trouble);
    }
  }

  private void accept(Receipt receipt) {
    handover.accept(receipt);
    if (!receipt.known()) {
      throttle.queued(receipt.id());
      received.increment();
      lastAt = Optional.of(clock.instant());
    }
  }

  long received() {
    return received.sum();
  }

  Optional<Instant> lastAt() {
    return lastAt;
  }

  private void putOff(SourceItem item, String why) {
    Pause earlier = pauses.get(item);
    Duration length =
        earlier == null || earlier.length().isZero()
            ? Duration.ofSeconds(1)
            : earlier.length().multipliedBy(2);
    Duration bounded = length.compareTo(LONGEST_PAUSE) < 0 ? length : LONGEST_PAUSE;
    pauses.put(item, new Pause(clock.instant().plus(bounded), bounded));
    trouble = why;
  }

  private void letGo(SourceItem item) throws IOException {
    if (leaving.stays()) {
      scanner.companions(item).forEach(memory::remember);
    }
    // One half that is left behind by a crash must not be taken for a call of its own.
    if (leaving.stays() || item.files().size() > 1) {
      item.files().forEach(memory::remember);
    }
    dismiss(item);
  }

  /** What belongs to an item goes first: alone it would be taken for something of its own. */
  private void dismiss(SourceItem item) throws IOException {
    if (leaving.stays()) {
      return;
    }
    for (Path companion : scanner.companions(item)) {
      leaving.letGo(companion);
    }
    for (Path file : item.files()) {
      leaving.letGo(file);
    }
  }

  CheckResult check() {
    String name = "source " + source.name();
    if (!Files.isDirectory(folder)) {
      return CheckResult.failed(name, folder + " is no folder: make it or mend settings");
    }
    return trouble.isEmpty() ? CheckResult.ok(name, watching()) : CheckResult.failed(name, trouble);
  }

  private String watching() {
    String place = "watching " + source.origin().place();
    return late.told().isEmpty() ? place : place + "; " + late.told();
  }
}
