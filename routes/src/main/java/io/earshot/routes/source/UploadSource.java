package io.earshot.routes.source;

import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Receipt;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.StillChanging;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Takes uploaded files in as one source of the settings reads them. They are known to be complete.
 * Safe for several threads.
 */
public final class UploadSource {
  private static final Duration WHILE_MORE_COMES = Duration.ofHours(1);

  private final Source source;
  private final Scanner scanner;
  private final Intake patient;
  private final Intake usual;
  private final Handover handover;
  private final Throttle throttle;
  private final Clock clock = Clock.systemUTC();
  private final LongAdder received = new LongAdder();
  private volatile Optional<Instant> lastAt = Optional.empty();
  private volatile String trouble = "";

  public UploadSource(Source source, Vault vault, Queues queues) {
    this.source = source;
    this.scanner = new Scanner(source.ingest());
    this.patient = new Intake(source.ingest().withWaits(Duration.ZERO, WHILE_MORE_COMES), vault);
    this.usual =
        new Intake(source.ingest().withWaits(Duration.ZERO, source.ingest().pairWait()), vault);
    this.handover = new Handover(vault, queues, false);
    this.throttle = new Throttle(source.pace(), handover::isOnItsWay, clock);
  }

  /** Finds what belongs together. */
  public Scanner scanner() {
    return scanner;
  }

  /** Whether the source's pace lets another one in now. */
  public boolean isOpen() {
    return throttle.allows();
  }

  /**
   * Takes one item; every conversation of it is in the vault and queued when its receipt is handed
   * out.
   *
   * @param more whether the same sender is still sending: one half of a call then waits longer
   * @throws EarshotException as {@link Intake#take}; {@link StillChanging} while the other half may
   *     come
   */
  public void take(
      SourceItem item, IntakeOptions options, boolean more, Consumer<Receipt> receipts) {
    try {
      (more ? patient : usual)
          .take(
              item,
              options,
              receipt -> {
                accept(receipt);
                receipts.accept(receipt);
              });
      throttle.taken();
      trouble = "";
    } catch (StillChanging e) {
      throw e; // nothing is wrong
    } catch (EarshotException e) {
      trouble = e.getMessage();
      throw e;
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

  /** How the source fares. */
  public SourceState state() {
    String name = "source " + source.name();
    CheckResult health =
        trouble.isEmpty()
            ? CheckResult.ok(name, source.origin().check().detail())
            : CheckResult.failed(name, trouble);
    return new SourceState(source, health, received.sum(), lastAt);
  }
}
