package io.earshot.routes.cli;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Receipt;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.StillChanging;
import io.earshot.routes.source.Handover;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands files to the intake, in a thread of its own, and their conversations to the queues. What
 * could not be taken in is told and left where it is.
 */
final class Processing implements Runnable {
  /** How long a file may go on changing before it is left for another time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long LOOK_AGAIN_MS = 500;

  private final Intake intake;
  private final IntakeOptions options;
  private final Handover handover;
  private final List<SourceItem> items;
  private final PendingWork pending;
  private final Terminal terminal;
  private final AtomicInteger refused = new AtomicInteger();

  Processing(
      Intake intake,
      IntakeOptions options,
      Handover handover,
      List<SourceItem> items,
      PendingWork pending,
      Terminal terminal) {
    this.intake = intake;
    this.options = options;
    this.handover = handover;
    this.items = items;
    this.pending = pending;
    this.terminal = terminal;
  }

  /** Items that were not taken in. */
  int refused() {
    return refused.get();
  }

  @Override
  public void run() {
    Deque<SourceItem> waiting = new ArrayDeque<>(items);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!waiting.isEmpty()) {
      SourceItem item = waiting.poll();
      try {
        intake.take(item, options, this::queue);
      } catch (StillChanging e) {
        if (System.nanoTime() > deadline) {
          refuse(item, e);
        } else {
          waiting.add(item);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MS));
        }
      } catch (EarshotException e) {
        refuse(item, e);
      }
    }
  }

  private void refuse(SourceItem item, EarshotException cause) {
    refused.incrementAndGet();
    terminal.say("earshot: %s was not taken in: %s".formatted(item.name(), cause.getMessage()));
  }

  private void queue(Receipt receipt) {
    if (options.anew() && receipt.known() && !receipt.quarantined()) {
      terminal.say(
          "earshot: %s is still on its way and goes on as it was told before"
              .formatted(receipt.source()));
    }
    handover.accept(receipt);
    pending.add(receipt.id());
  }
}
