package io.earshot.routes.cli;

import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.routes.service.Installation;
import io.earshot.routes.service.Role;
import io.earshot.routes.source.Handover;
import io.earshot.routes.stage.Activity;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One run of {@code process} or {@code demo}: takes files in and waits until each of their
 * conversations is indexed or quarantined, through whichever process does the work.
 */
final class Run {
  private static final long LOOK_MS = 50;
  private static final int LOOKS_PER_HOST_CHECK = 40;

  private final Environment environment;
  private final IngestSettings settings;
  private final IntakeOptions options;
  private final boolean onlyUnderstand;
  private final Terminal terminal;
  private int failed;

  /** Of what is not known yet, read as settings say. */
  Run(Environment environment) {
    this(environment, environment.settings().ingest(), IntakeOptions.NONE, false);
  }

  /**
   * Prepares a run.
   *
   * @param onlyUnderstand whether what is known and done is understood anew
   */
  Run(
      Environment environment,
      IngestSettings settings,
      IntakeOptions options,
      boolean onlyUnderstand) {
    this.environment = environment;
    this.settings = settings;
    this.options = options;
    this.onlyUnderstand = onlyUnderstand;
    this.terminal = environment.terminal();
  }

  /** Processes with the workers of this home; returns how many items failed. */
  int process(List<Path> paths, Consumer<ProcessedLine> done) {
    List<SourceItem> items = new Scanner(settings).scan(paths);
    if (items.isEmpty()) {
      terminal.say("Nothing to process in %s".formatted(paths));
      return 0;
    }
    PendingWork pending = new PendingWork();
    try (Installation installation = environment.installation(Role.workers())) {
      if (follow(installation, items, pending, done)) {
        return failed;
      }
    }
    // The process that did the work has ended: become the one that does it.
    while (true) {
      try (Installation installation = environment.installation(Role.workers())) {
        if (follow(installation, List.of(), pending, done)) {
          return failed;
        }
      }
    }
  }

  /** The same with an installation that runs already and goes on running. */
  int process(Installation installation, List<Path> paths, Consumer<ProcessedLine> done) {
    List<SourceItem> items = new Scanner(settings).scan(paths);
    follow(installation, items, new PendingWork(), done);
    return failed;
  }

  /** Returns false when the workers went away before everything had come to its end. */
  private boolean follow(
      Installation installation,
      List<SourceItem> items,
      PendingWork pending,
      Consumer<ProcessedLine> done) {
    Intake intake = new Intake(settings, installation.vault());
    Processing processing =
        new Processing(
            intake,
            options,
            new Handover(installation.vault(), installation.queues(), onlyUnderstand),
            items,
            pending,
            terminal);
    Thread reading = new Thread(processing, "earshot-intake");
    reading.setDaemon(true);
    reading.start();
    long start = System.nanoTime();
    for (long look = 1; reading.isAlive() || !pending.isEmpty(); look++) {
      boolean any =
          pending.collect(
              installation.vault(),
              id -> {
                ProcessedLine line = ProcessedLine.of(installation.vault(), id);
                failed += line.isIndexed() ? 0 : 1;
                done.accept(line);
              });
      terminal.status(status(installation, pending, start));
      if (look % LOOKS_PER_HOST_CHECK == 0 && !reading.isAlive() && !installation.alive()) {
        return false;
      }
      if (!any) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
      }
    }
    failed += processing.refused();
    return true;
  }

  private static String status(Installation installation, PendingWork pending, long start) {
    StringBuilder text =
        new StringBuilder("%d of %d done".formatted(pending.done(), pending.seen()));
    installation.activity().ifPresent(activity -> text.append(working(activity, start)));
    return text.toString();
  }

  private static String working(Activity activity, long start) {
    StringBuilder text = new StringBuilder();
    for (Activity.Work work : activity.running()) {
      text.append("; ").append(work.stage().code());
      if (work.totalMs() > 0) {
        text.append(" %d %%".formatted(100 * work.doneMs() / work.totalMs()));
      }
      if (text.length() > 60) {
        break;
      }
    }
    double wallMs = (System.nanoTime() - start) / 1e6;
    if (activity.transcribedMs() > 0) {
      text.append(
          String.format(Locale.ROOT, "; real-time factor %.3f", wallMs / activity.transcribedMs()));
    }
    if (!activity.lastWait().isEmpty() && activity.waits() > 0) {
      text.append("; waiting: ").append(activity.lastWait());
    }
    return text.toString();
  }
}
