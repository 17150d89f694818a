package io.earshot.routes.service;

import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.console.ConsolePart;
import io.earshot.routes.home.Home;
import io.earshot.routes.ledger.Ledger;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.setup.ServerSettings;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.source.Origin;
import io.earshot.routes.source.SourceRoutes;
import io.earshot.routes.source.SourceState;
import io.earshot.routes.stage.FailurePolicy;
import io.earshot.routes.stage.StageRoutes;
import io.earshot.routes.stage.Stages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Camel routes of this process: stages, sources and HTTP, as its roles say. */
final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final long RECONCILE_SECONDS = 3_600;

  /** Longer than most segments take; what is cut off stays in its queue. */
  private static final int STOP_SECONDS = 6;

  private final ScheduledExecutorService reconciler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "earshot-reconciler");
            thread.setDaemon(true);
            return thread;
          });
  private final Main main;
  private final List<SourceRoutes> sources;
  private final String httpUrl;

  private Workers(Main main, List<SourceRoutes> sources, String httpUrl) {
    this.main = main;
    this.sources = sources;
    this.httpUrl = httpUrl;
  }

  static Workers start(
      Settings settings,
      Home home,
      Queues queues,
      Vault vault,
      Stages stages,
      Set<Role> roles,
      Supplier<List<CheckResult>> checks,
      Optional<ConsolePart> console) {
    Main main = new Main();
    configure(main);
    main.bind(StageRoutes.COMPONENT, jms(queues));
    Set<Stage> served = Role.stages(roles);
    main.configure().addRoutesBuilder(new FailurePolicy(stages, queues, settings.pipeline()));
    main.configure().addRoutesBuilder(new StageRoutes(stages, queues, settings.pipeline(), served));
    List<SourceRoutes> sources =
        roles.contains(Role.INTAKE) ? sources(settings, home, queues, vault) : List.of();
    sources.stream()
        .flatMap(source -> source.all().stream())
        .forEach(routes -> main.configure().addRoutesBuilder(routes));
    ServerSettings server =
        console.isPresent() ? withFreePort(settings.server()) : settings.server();
    String url = console.isPresent() ? serve(main, settings, server, checks) : "";
    begin(main, url);
    int port = server.port();
    console.ifPresent(part -> part.mount(main.getCamelContext(), port));
    return new Workers(main, sources, url);
  }

  private static void configure(Main main) {
    main.configure()
        .withName("earshot")
        .withAutoConfigurationEnabled(false)
        .withShutdownTimeout(STOP_SECONDS)
        .withShutdownLogInflightExchangesOnTimeout(false)
        .withMessageHistory(false);
  }

  private static List<SourceRoutes> sources(
      Settings settings, Home home, Queues queues, Vault vault) {
    long reserve = settings.pipeline().diskReserve();
    return settings.sources().stream()
        .filter(source -> !(source.origin() instanceof Origin.Upload))
        .map(source -> new SourceRoutes(source, vault, queues, home.sources(), reserve))
        .toList();
  }

  /** Adds the server of health and the console; where it will be. */
  private static String serve(
      Main main, Settings settings, ServerSettings server, Supplier<List<CheckResult>> checks) {
    main.configure()
        .httpServer()
        .withEnabled(true)
        .withHost(server.host())
        .withPort(server.port())
        .withFileUploadEnabled(false)
        .withUseGlobalSslContextParameters(true);
    settings.console().tls().ifPresent(tls -> main.addMainListener(new ServerCertificate(tls)));
    main.configure().addRoutesBuilder(new HealthRoute(checks));
    String scheme = settings.console().tls().isPresent() ? "https" : "http";
    return "%s://%s:%d".formatted(scheme, server.host(), server.port());
  }

  private static void begin(Main main, String url) {
    try {
      main.start();
    } catch (Exception e) { // Camel's start method declares it
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      main.stop();
      throw new EarshotException(
          ErrorKind.MISCONFIGURED,
          "The routes %s can't start (%s): is server.port taken, or a source's folder wrong?"
              .formatted(url, root),
          e);
    }
  }

  private static JmsComponent jms(Queues queues) {
    JmsConfiguration configuration = new JmsConfiguration(queues.connectionFactory());
    configuration.setTransacted(true);
    // Local transactions of the broker's session: no transaction manager is needed for them.
    configuration.setLazyCreateTransactionManager(false);
    configuration.setCacheLevelName("CACHE_CONSUMER");
    configuration.setAcceptMessagesWhileStopping(false);
    configuration.setReceiveTimeout(500);
    configuration.setRecoveryInterval(1_000);
    JmsComponent component = new JmsComponent();
    component.setConfiguration(configuration);
    return component;
  }

  private static ServerSettings withFreePort(ServerSettings server) {
    try (ServerSocket probe =
        new ServerSocket(server.port(), 1, InetAddress.getByName(server.host()))) {
      return server.withPort(probe.getLocalPort());
    } catch (IOException e) {
      throw EarshotException.misconfigured(
          "Port %d of %s can't be used (%s): end what uses it, or set server.port"
              .formatted(server.port(), server.host(), e.getMessage()));
    }
  }

  /** Looks for conversations without a place, now and every hour. */
  void reconcileWith(Ledger ledger) {
    reconciler.scheduleWithFixedDelay(
        () -> reconcile(ledger), 0, RECONCILE_SECONDS, TimeUnit.SECONDS);
  }

  private static void reconcile(Ledger ledger) {
    try {
      ledger.reconcile();
    } catch (RuntimeException e) { // an edge: the next look may find everything in order
      LOG.warn("Reconciling was put off: {}", e.getMessage());
    }
  }

  /** The state of the sources. */
  List<CheckResult> checks() {
    return sources().stream().map(SourceState::health).toList();
  }

  /** How the sources fare. */
  List<SourceState> sources() {
    return sources.stream().map(SourceRoutes::state).toList();
  }

  String httpUrl() {
    return httpUrl;
  }

  @Override
  public void close() {
    reconciler.shutdownNow();
    main.stop();
  }
}
