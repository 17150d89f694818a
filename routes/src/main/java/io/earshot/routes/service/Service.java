package io.earshot.routes.service;

import io.earshot.analysis.AnalysisEngine;
import io.earshot.asr.VoskTranscriber;
import io.earshot.conversation.CheckResult;
import io.earshot.index.ConversationIndex;
import io.earshot.index.ServerAddress;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.console.ConsoleNeeds;
import io.earshot.routes.console.ConsolePart;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.home.RunFile;
import io.earshot.routes.ledger.Ledger;
import io.earshot.routes.queue.EmbeddedBroker;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.setup.Version;
import io.earshot.routes.source.SourceState;
import io.earshot.routes.stage.Activity;
import io.earshot.routes.stage.PersonalData;
import io.earshot.routes.stage.Playable;
import io.earshot.routes.stage.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host of a home: starts every part, in the order in which they stand in {@link #begin}, and
 * ends them in the reverse order. What loads long loads in the background; work that needs it waits
 * there.
 */
public final class Service implements Installation {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final ExecutorService loader = Executors.newCachedThreadPool(Service::daemon);
  private final Activity activity = new Activity();
  private final HostLock lock;
  private final Home home;
  private final Settings settings;
  private final Notes notes;
  private final Vault vault;
  private final Playable playable;
  private Optional<EmbeddedBroker> broker = Optional.empty();
  private IndexPart index;
  private Loading<VoskTranscriber> transcriber;
  private Loading<AnalysisEngine> analysis;
  private Queues queues;
  private Optional<ConsolePart> console = Optional.empty();
  private Stages stages;
  private volatile Workers workers;
  private boolean closed;

  private Service(HostLock lock, Home home, Settings settings, Notes notes) {
    this.lock = lock;
    this.home = home;
    this.settings = settings;
    this.notes = notes;
    this.vault = Vault.open(home.vault(), settings.originals().seal(home));
    this.playable = new Playable(vault, Models.decoder(home, settings), home.scratch());
  }

  /**
   * Starts as the host of a home.
   *
   * @param lock the right to; given back when the service closes
   * @param roles what this process does; none for commands that only look
   */
  public static Service start(
      HostLock lock, Home home, Settings settings, Set<Role> roles, Notes notes) {
    Service service = new Service(lock, home, settings, notes);
    try {
      service.begin(roles);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private void begin(Set<Role> roles) {
    playable.removeLeftovers();
    index = IndexPart.start(settings.index(), home, notes, loader, activity);
    transcriber = Loading.of(() -> Models.transcriber(home, settings), loader);
    analysis =
        roles.contains(Role.ANALYSE)
            ? Loading.of(() -> Models.analysis(home, settings), loader)
            : Loading.none();
    queues = openQueues();
    stages =
        new Stages(
            vault,
            transcriber,
            new PersonalData(
                vault,
                () -> analysis.get().redactor(),
                Models.decoder(home, settings),
                home.scratch()),
            playable,
            analysis,
            index.index(),
            settings.pipeline().diskReserve(),
            broker.isPresent(),
            activity);
    if (roles.contains(Role.CONSOLE)) {
      console = Optional.of(openConsole());
    }
    workers = Workers.start(settings, home, queues, vault, stages, roles, this::checks, console);
    index.address().dispose(this::announce);
    if (!Role.stages(roles).isEmpty()) {
      index.index().dispose(ready -> workers.reconcileWith(new Ledger(vault, queues, ready)));
    }
  }

  private ConsolePart openConsole() {
    return ConsolePart.open(
        home,
        settings,
        Version.number(),
        new ConsoleNeeds(
            vault,
            playable,
            queues,
            () -> index.index().ready("index"),
            activity,
            this::checks,
            this::sources));
  }

  private Queues openQueues() {
    var elsewhere = settings.broker().external();
    if (elsewhere.isEmpty()) {
      broker = Optional.of(EmbeddedBroker.start(home.broker(), this::endOnLostDisk));
    }
    return Queues.open(
        elsewhere.orElseGet(() -> broker.orElseThrow().inProcess()), settings.broker().prefix());
  }

  /** Nothing can be promised any more without a journal: end, and continue at the next start. */
  private void endOnLostDisk() {
    LOG.error("{} can't be written any more: free space and start again", home.broker());
    notes.say(
        "%s can't be written any more: ending now. Free space and start again; nothing is lost"
            .formatted(home.broker()));
    Runtime.getRuntime().halt(1);
  }

  private void announce(ServerAddress server) {
    var reach =
        broker.map(EmbeddedBroker::onLoopback).or(settings.broker()::external).orElseThrow();
    new RunFile(
            ProcessHandle.current().pid(),
            reach.url(),
            reach.user(),
            reach.password(),
            server.url(),
            server.username(),
            server.password(),
            workers.httpUrl())
        .write(home);
  }

  /** The state of every part of this process, cheap and at any time. */
  public List<CheckResult> checks() {
    List<CheckResult> checks = new ArrayList<>();
    checks.add(vault.check());
    broker.ifPresent(part -> checks.add(part.check()));
    checks.add(index.check());
    transcriber.now().ifPresent(part -> checks.add(part.check()));
    analysis.now().ifPresent(part -> checks.add(part.check()));
    if (workers != null) {
      checks.addAll(workers.checks());
    }
    return checks;
  }

  /** How the watched folders fare; none while the routes are still starting. */
  private List<SourceState> sources() {
    return workers == null ? List.of() : workers.sources();
  }

  /** Where HTTP is served; empty when this process serves none. */
  public String httpUrl() {
    return workers.httpUrl();
  }

  /** The console's first administrator's password, when this start made one: to be shown once. */
  public Optional<String> firstPassword() {
    return console.flatMap(ConsolePart::firstPassword);
  }

  /** Waits until every part is there, or throws what keeps one from starting. */
  public void awaitReady(Set<Role> roles) {
    index();
    if (roles.contains(Role.ANALYSE)) {
      analysis.get();
    }
    if (roles.contains(Role.TRANSCRIBE)) {
      transcriber.get();
    }
  }

  @Override
  public Vault vault() {
    return vault;
  }

  @Override
  public Queues queues() {
    return queues;
  }

  @Override
  public ConversationIndex index() {
    return index.index().get();
  }

  @Override
  public Optional<Activity> activity() {
    return Optional.of(activity);
  }

  @Override
  public boolean alive() {
    return true;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Closing closing = new Closing();
    closing.of(stages, Stages::stop);
    closing.of(transcriber, part -> part.dispose(VoskTranscriber::close));
    closing.of(workers, Workers::close);
    console.ifPresent(part -> closing.of(part, ConsolePart::close));
    closing.of(analysis, part -> part.dispose(AnalysisEngine::close));
    closing.of(queues, Queues::close);
    broker.ifPresent(part -> closing.of(part, EmbeddedBroker::close));
    closing.of(index, IndexPart::close);
    closing.of(vault, Vault::close);
    closing.of(loader, ExecutorService::shutdown);
    lock.close();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "earshot-loader");
    thread.setDaemon(true);
    return thread;
  }
}
