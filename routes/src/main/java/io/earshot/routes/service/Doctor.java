package io.earshot.routes.service;

import io.earshot.asr.VoskTranscriber;
import io.earshot.asr.model.ModelChoice;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.IngestSettings;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.home.RunFile;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.ServerSettings;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.source.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Examines this machine part by part; no check depends on another one's success. */
public final class Doctor {
  private static final long LEAST_DISK = 1L << 30;
  private static final long LEAST_MEMORY = 3L << 30;
  private static final int LEAST_JAVA = 17;

  private final Home home;

  public Doctor(Home home) {
    this.home = home;
  }

  /** All checks, in the order in which one would mend them. */
  public List<CheckResult> examine(Notes notes) {
    List<CheckResult> results = new ArrayList<>();
    results.add(java());
    results.add(platform());
    results.add(memory());
    results.add(check("home", this::folder));
    results.add(check("program", this::program));
    Optional<Settings> settings = settings(results);
    if (settings.isPresent() && results.stream().allMatch(CheckResult::ok)) {
      results.add(check("port", () -> port(settings.get())));
      results.addAll(sources(settings.get()));
      results.add(check("speech", () -> speech(settings.get())));
      results.add(check("understanding", () -> understanding(settings.get())));
      Set<String> known = results.stream().map(CheckResult::name).collect(Collectors.toSet());
      running(settings.get(), notes).stream()
          .filter(result -> !known.contains(result.name()))
          .forEach(results::add);
    }
    return results;
  }

  private static CheckResult java() {
    int version = Runtime.version().feature();
    String detail = "%s %s".formatted(System.getProperty("java.vendor"), Runtime.version());
    return version >= LEAST_JAVA
        ? CheckResult.ok("java", detail)
        : CheckResult.failed("java", detail + ": install Java 17 or later");
  }

  /** The native parts come for these only. */
  private static CheckResult platform() {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return platform.equals("Linux amd64")
        ? CheckResult.ok("platform", platform)
        : CheckResult.failed(
            "platform", platform + ": the audio decoder is packaged for Linux amd64 only");
  }

  private static CheckResult memory() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    String detail =
        "%d MB in all, %d MB free, %d processors"
            .formatted(
                total >> 20,
                system.getFreeMemorySize() >> 20,
                Runtime.getRuntime().availableProcessors());
    return total >= LEAST_MEMORY
        ? CheckResult.ok("memory", detail)
        : CheckResult.failed(
            "memory",
            detail + ": 3 GB are needed; lower index.heap or use another machine's index");
  }

  private CheckResult folder() {
    home.create();
    if (!Files.isWritable(home.root())) {
      return CheckResult.failed(
          "home", home.root() + " can't be written: mend its rights or set EARSHOT_HOME");
    }
    long free = home.usableBytes();
    String detail = "%s, %d MB free".formatted(home.root(), free >> 20);
    return free >= LEAST_DISK
        ? CheckResult.ok("home", detail)
        : CheckResult.failed("home", detail + ": free at least 1 GB or set EARSHOT_HOME");
  }

  private CheckResult program() {
    return CheckResult.ok(
        "program", home.elasticsearch().getFileName() + " and its parts are there");
  }

  private Optional<Settings> settings(List<CheckResult> results) {
    try {
      Settings settings = Settings.load(home.settingsFile());
      results.add(CheckResult.ok("settings", home.settingsFile().toString()));
      return Optional.of(settings);
    } catch (EarshotException e) {
      results.add(CheckResult.failed("settings", e.getMessage()));
      return Optional.empty();
    }
  }

  private static CheckResult port(Settings settings) throws IOException {
    ServerSettings server = settings.server();
    if (server.port() == 0) {
      return CheckResult.ok("port", "a free one is taken at each start");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()));
      return CheckResult.ok("port", "%s:%d is free".formatted(server.host(), server.port()));
    } catch (IOException e) {
      return CheckResult.failed(
          "port",
          "%s:%d can't be used (%s): end what uses it, or set server.port; fine if that is Earshot itself"
              .formatted(server.host(), server.port(), e.getMessage()));
    }
  }

  private static List<CheckResult> sources(Settings settings) {
    return settings.sources().stream().map(Doctor::source).toList();
  }

  private static CheckResult source(Source source) {
    CheckResult check = source.origin().check();
    String detail = "%s: %s".formatted(source.name(), check.detail());
    return check.ok() ? CheckResult.ok("source", detail) : CheckResult.failed("source", detail);
  }

  private CheckResult speech(Settings settings) {
    ModelChoice choice = Models.speechChoice(home, settings);
    Stream.concat(
            Stream.of(settings.ingest()),
            settings.sources().stream().map(source -> source.ingest()))
        .map(IngestSettings::model)
        .filter(name -> !name.isEmpty())
        .forEach(choice::named);
    try (VoskTranscriber transcriber = Models.transcriber(home, settings)) {
      return transcriber.check();
    }
  }

  private CheckResult understanding(Settings settings) {
    try (var engine = Models.analysis(home, settings)) {
      return engine.check();
    }
  }

  /** Asks the parts that run; starts them for the time of the check when none do. */
  private List<CheckResult> running(Settings settings, Notes notes) {
    Optional<HostLock> lock = HostLock.tryAcquire(home);
    if (lock.isEmpty()) {
      String pid = RunFile.read(home).map(host -> "process " + host.pid()).orElse("is starting");
      return List.of(CheckResult.ok("service", "runs with this home (%s)".formatted(pid)));
    }
    try (Service service = Service.start(lock.get(), home, settings, Set.of(), notes)) {
      service.index();
      return service.checks();
    } catch (EarshotException e) {
      return List.of(CheckResult.failed("index", e.getMessage()));
    }
  }

  /** A check of a part; that it throws is what it found. */
  private interface Check {
    CheckResult examine() throws IOException;
  }

  private static CheckResult check(String name, Check check) {
    try {
      return check.examine();
    } catch (EarshotException | IOException e) {
      return CheckResult.failed(name, e.getMessage());
    }
  }
}
