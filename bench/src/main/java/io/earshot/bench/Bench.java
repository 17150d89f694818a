package io.earshot.bench;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Intake;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.vault.Outcome;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.service.Role;
import io.earshot.routes.service.Service;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.source.Handover;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running Earshot with everything loaded, for measurements. */
final class Bench implements AutoCloseable {
  private static final long LOOK_MS = 5;

  private final Settings settings;
  private final Service service;

  private Bench(Settings settings, Service service) {
    this.settings = settings;
    this.service = service;
  }

  static Bench start(Home home) {
    Settings settings = Settings.load(home.settingsFile());
    HostLock lock = HostLock.tryAcquire(home).orElseThrow();
    Service service = Service.start(lock, home, settings, Role.workers(), System.err::println);
    service.awaitReady(Role.workers());
    return new Bench(settings, service);
  }

  Service service() {
    return service;
  }

  Settings settings() {
    return settings;
  }

  /** Processes and returns what came of it, once the last one is indexed and searchable. */
  List<ConversationId> process(List<Path> paths, IntakeOptions options) {
    List<ConversationId> ids = new ArrayList<>();
    Intake intake = new Intake(settings.ingest(), service.vault());
    Handover handover = new Handover(service.vault(), service.queues(), false);
    for (SourceItem item : new Scanner(settings.ingest()).scan(paths)) {
      intake.take(
          item,
          options,
          receipt -> {
            handover.accept(receipt);
            ids.add(receipt.id());
          });
    }
    for (ConversationId id : ids) {
      while (service.vault().outcome(id) == Outcome.PENDING) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
      }
    }
    service.index().refresh();
    return ids;
  }

  static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    service.close();
  }
}
