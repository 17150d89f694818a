package io.earshot.routes.source;

import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Receipt;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.StillChanging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  private final FolderSource source;
  private final Scanner scanner;
  private final Intake intake;
  private final Handover handover;
  private final FileMemory memory;
  private final Clock clock;
  private final Map<SourceItem, Pause> pauses = new ConcurrentHashMap<>();
  private final LongAdder received = new LongAdder();
  private volatile Optional<Instant> lastAt = Optional.empty();
  private volatile String trouble = "";

  FolderWatch(
      FolderSource source, Intake intake, Handover handover, FileMemory memory, Clock clock) {
    this.source = source;
    this.scanner = new Scanner(source.ingest());
    this.intake = intake;
    this.handover = handover;
    this.memory = memory;
    this.clock = clock;
  }

  /** When an item that could not be taken is tried again. */
  private record Pause(Instant until, Duration length) {}

  /** What lies there and was not taken yet. */
  List<SourceItem> arrived() {
    try {
      List<SourceItem> items =
          scanner.scan(List.of(source.folder())).stream()
              .filter(item -> !item.files().stream().allMatch(memory::knows))
              .toList();
      pauses.keySet().retainAll(items);
      trouble = pauses.isEmpty() ? "" : trouble;
      return items.stream().filter(this::isDue).toList();
    } catch (EarshotException e) {
      trouble = e.getMessage();
      return List.of();
    }
  }

  private boolean isDue(SourceItem item) {
    Pause pause = pauses.get(item);
    return pause == null || !clock.instant().isBefore(pause.until());
  }

  /** Takes one item and lets go of its files; what fails is tried again, less and less often. */
  void take(SourceItem item) {
    try {
      intake.take(item, IntakeOptions.NONE, this::accept);
      letGo(item);
      pauses.remove(item);
    } catch (StillChanging e) {
      pauses.put(item, new Pause(clock.instant().plus(e.retryAfter()), Duration.ZERO));
    } catch (EarshotException e) {
      putOff(item, e.getMessage());
      LOG.warn("{}: {} is put off: {}", source.name(), item.name(), e.getMessage());
    } catch (IOException e) {
      putOff(item, "%s can't be moved to %s (%s)".formatted(item.name(), source.done(), e));
      LOG.warn("{}: {}", source.name(), trouble);
    }
  }

  private void accept(Receipt receipt) {
    handover.accept(receipt);
    if (!receipt.known()) {
      received.increment();
      lastAt = Optional.of(clock.instant());
    }
  }

  FolderState state() {
    return new FolderState(source, check(), received.sum(), lastAt);
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

  /** What belongs to an item goes first: alone it would be taken for something of its own. */
  private void letGo(SourceItem item) throws IOException {
    if (source.done().isPresent()) {
      for (Path companion : scanner.companions(item)) {
        move(companion, source.done().get());
      }
    }
    for (Path file : item.files()) {
      if (source.done().isPresent()) {
        move(file, source.done().get());
      } else {
        memory.remember(file);
      }
    }
  }

  /** Keeps the folders below the watched one; a name that is taken gets the time before it. */
  private void move(Path file, Path done) throws IOException {
    if (!file.startsWith(source.folder())) {
      return; // a side file of another folder is not ours to move
    }
    Path target = done.resolve(source.folder().relativize(file).toString());
    Files.createDirectories(target.getParent());
    if (Files.exists(target)) {
      target = target.resolveSibling(clock.millis() + "-" + file.getFileName());
    }
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
  }

  CheckResult check() {
    String name = "source " + source.name();
    if (!Files.isDirectory(source.folder())) {
      return CheckResult.failed(name, source.folder() + " is no folder: make it or mend settings");
    }
    return trouble.isEmpty()
        ? CheckResult.ok(name, "watching " + source.folder())
        : CheckResult.failed(name, trouble);
  }
}
