package io.earshot.routes.console;

import io.earshot.console.operations.Operations;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.ledger.Ledger;
import io.earshot.routes.ledger.LedgerReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's figures for those who ask often. Examining a vault of a hundred thousand
 * conversations takes seconds, so it is done beside, while somebody asks, and not all the time.
 */
final class LedgerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
  private static final Duration LEAST_AGE = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(2);

  /** So that examining takes a twentieth of a processor at most. */
  private static final int PAUSE_TIMES = 20;

  private final ConsoleNeeds needs;
  private final AtomicBoolean examining = new AtomicBoolean();
  private volatile Optional<Operations.Ledger> latest = Optional.empty();
  private volatile long nextAt = System.nanoTime();

  LedgerWatch(ConsoleNeeds needs) {
    this.needs = needs;
  }

  /** As last examined; empty before the first time. What is old is examined again, beside. */
  Optional<Operations.Ledger> latest() {
    boolean due = System.nanoTime() - nextAt >= 0;
    if (due && examining.compareAndSet(false, true)) {
      ExecutorService once = thread();
      once.execute(this::examine);
      once.shutdown();
    }
    return latest;
  }

  private void examine() {
    long start = System.nanoTime();
    try {
      Ledger ledger = new Ledger(needs.vault(), needs.queues(), needs.index().get());
      latest = Optional.of(figures(ledger.examine()));
      long took = System.nanoTime() - start;
      nextAt = System.nanoTime() + Math.max(LEAST_AGE.toNanos(), PAUSE_TIMES * took);
    } catch (EarshotException e) { // as long as the index is starting
      LOG.debug("The ledger could not be examined: {}", e.getMessage());
      nextAt = System.nanoTime() + SOON.toNanos();
    } finally {
      examining.set(false);
    }
  }

  private static Operations.Ledger figures(LedgerReport report) {
    return new Operations.Ledger(
        report.received(),
        report.indexed(),
        report.quarantined(),
        report.inFlight(),
        report.balanced(),
        Instant.now());
  }

  /** Ends with its work. */
  private static ExecutorService thread() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(1),
        work -> {
          Thread thread = new Thread(work, "earshot-ledger");
          thread.setDaemon(true);
          return thread;
        });
  }
}
