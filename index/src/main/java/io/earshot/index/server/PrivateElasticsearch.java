package io.earshot.index.server;

import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.index.IndexSettings;
import io.earshot.index.ServerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Elasticsearch of Earshot's own, on this machine, for one home. Safe for many threads.
 *
 * <p>While it is open a server that dies is started again with the same address and data; the wait
 * before that grows from half a second to half a minute. It ends with {@link #close}, and also when
 * this process ends in any other way.
 */
public final class PrivateElasticsearch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateElasticsearch.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration STABLE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
  private static final int PORT_ATTEMPTS = 3;

  private final IndexSettings settings;
  private final ServerFolders folders;
  private final RunAs user;
  private final HomeLock lock;
  private final Consumer<String> notes;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread supervisor = new Thread(this::supervise, "earshot-elasticsearch");
  private volatile ServerProcess process;
  private volatile ServerAddress address;
  private volatile HealthProbe probe;

  private PrivateElasticsearch(
      IndexSettings settings,
      ServerFolders folders,
      RunAs user,
      HomeLock lock,
      Consumer<String> notes) {
    this.settings = settings;
    this.folders = folders;
    this.user = user;
    this.lock = lock;
    this.notes = notes;
  }

  /**
   * Starts the server and waits until it is ready, which takes some ten seconds.
   *
   * @param distribution folder with an unpacked Elasticsearch
   * @param home whose data it serves
   * @param notes told about what the user should know, one sentence each
   * @throws EarshotException when it can't be started; nothing is left running then
   */
  public static PrivateElasticsearch start(
      IndexSettings settings, Path distribution, Path home, Consumer<String> notes) {
    FreeMemory.require(settings.heap());
    RunAs user = RunAs.forServer(settings.user());
    ServerFolders folders = ServerFolders.prepare(distribution, home, user, notes);
    HomeLock lock = HomeLock.take(folders.run());
    PrivateElasticsearch server = new PrivateElasticsearch(settings, folders, user, lock, notes);
    try {
      server.begin();
    } catch (IOException e) {
      lock.close();
      throw EarshotException.unavailable(
          "Elasticsearch can't be started (%s): check the folder %s".formatted(e, folders.base()),
          e);
    } catch (EarshotException e) {
      lock.close();
      throw e;
    }
    return server;
  }

  /** The server that another process of this home has started, when it answers now. */
  public static Optional<ServerAddress> running(Path home) {
    return RunningServer.of(home.resolve("run"));
  }

  private void begin() throws IOException {
    for (int attempt = 1; ; attempt++) {
      ServerProcess.endLeftOver(folders);
      Ports ports = Ports.choose(settings.port(), folders.run());
      Credentials credentials = Credentials.of(folders.run());
      ServerConfiguration.write(folders, settings, ports, credentials, user);
      address =
          new ServerAddress(
              "http://127.0.0.1:" + ports.http(), Credentials.USER, credentials.password());
      probe = new HealthProbe(address);
      try {
        launch();
        break;
      } catch (EarshotException e) {
        // Between choosing a free port and binding it another program may have taken it.
        if (attempt == PORT_ATTEMPTS || !StartFailure.isPortTaken(folders)) {
          throw e;
        }
      }
    }
    supervisor.setDaemon(true);
    supervisor.start();
  }

  /** One run, up to readiness. */
  private void launch() throws IOException {
    long started = System.nanoTime();
    ServerProcess run = ServerProcess.launch(folders, user);
    process = run;
    long patience = settings.startTimeout().toNanos();
    while (!probe.isReady()) {
      boolean stopped = !run.isAlive() || isClosing(BETWEEN_PROBES);
      boolean late = System.nanoTime() - started > patience;
      if (stopped || late) {
        run.end();
        throw StartFailure.of(
            folders,
            stopped
                ? "did not start"
                : "was not ready after %s".formatted(settings.startTimeout()));
      }
    }
    LOG.info(
        "Elasticsearch is ready at {} after {} ms",
        address.url(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
  }

  private void supervise() {
    Duration wait = FIRST_WAIT;
    try {
      while (true) {
        long started = System.nanoTime();
        process.await();
        if (System.nanoTime() - started > STABLE.toNanos()) {
          wait = FIRST_WAIT;
        }
        if (isClosing(wait)) {
          return;
        }
        wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
        notes.accept("Elasticsearch ended unexpectedly and is started again");
        restart();
      }
    } catch (InterruptedException e) {
      LOG.debug("Supervision of Elasticsearch was interrupted");
    }
  }

  private void restart() {
    try {
      process.end();
      launch();
    } catch (IOException | EarshotException e) {
      if (closing.getCount() > 0) {
        LOG.warn("Elasticsearch could not be started again, next attempt follows", e);
      }
    }
  }

  /** Waits for a while, or until close is called. */
  private boolean isClosing(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Duration shorter(Duration left, Duration right) {
    return left.compareTo(right) < 0 ? left : right;
  }

  /** Where it answers; the same as long as this object lives. */
  public ServerAddress address() {
    return address;
  }

  /** Whether its process runs now. */
  public boolean alive() {
    return closing.getCount() > 0 && process.isAlive();
  }

  /** The id of the server's process, when it runs. */
  public OptionalLong processId() {
    return process.serverId().map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /** Whether it answers and all its data can be read. */
  public CheckResult check() {
    if (probe.isReady()) {
      return CheckResult.ok("elasticsearch", "ready at " + address.url());
    }
    String state = alive() ? "runs but is not ready" : "does not run";
    return CheckResult.failed(
        "elasticsearch",
        "%s at %s; its log is in %s".formatted(state, address.url(), folders.logs()));
  }

  /** Ends the server in an orderly way and returns when it is gone. */
  @Override
  public void close() {
    closing.countDown();
    process.end();
    try {
      // It may have been about to start the server again.
      supervisor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.end();
    lock.close();
  }
}
