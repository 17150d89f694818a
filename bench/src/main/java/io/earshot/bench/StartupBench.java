package io.earshot.bench;

import io.earshot.routes.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seconds until {@code serve} says it is ready: with an empty home, with the home of an earlier
 * run, and with an Elasticsearch that runs already; and the resident memory of its processes.
 */
final class StartupBench {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Home home;

  StartupBench(Home home) {
    this.home = home;
  }

  void run() throws Exception {
    measure("empty home", home);
    measure("home of an earlier run", home);
    try (Bench other = Bench.start(sibling("server"))) {
      var host = io.earshot.routes.home.RunFile.read(sibling("server")).orElseThrow();
      Home second = sibling("second").create();
      Files.writeString(
          second.root().resolve("settings.yaml"),
          "index: {url: '%s', username: '%s', password: '%s', prefix: second}%n"
              .formatted(host.indexUrl(), host.indexUser(), host.indexPassword()));
      measure("Elasticsearch runs", second);
    }
  }

  private Home sibling(String name) {
    return new Home(home.root().resolveSibling(name), home.program(), home.checkout());
  }

  private void measure(String what, Home used) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process serve = command(used).start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(serve.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("Ready")) {
        line = lines.readLine();
      }
      double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
      System.out.printf(
          Locale.ROOT,
          "%-48s %.1f s; JVM %d MB, others %d MB%n",
          what,
          seconds,
          resident(serve.pid()),
          serve.toHandle().descendants().mapToLong(child -> resident(child.pid())).sum());
    } finally {
      serve.destroy();
      serve.waitFor();
    }
  }

  private ProcessBuilder command(Home used) {
    ProcessBuilder builder =
        new ProcessBuilder(home.checkout().resolve("earshot").toString(), "serve");
    builder.environment().put("EARSHOT_HOME", used.root().toString());
    return builder;
  }

  /** Megabytes of memory in use, 0 where the system does not tell. */
  static long resident(long pid) {
    try {
      Matcher matcher =
          RESIDENT.matcher(Files.readString(Path.of("/proc/%d/status".formatted(pid))));
      return matcher.find() ? Long.parseLong(matcher.group(1)) >> 10 : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
