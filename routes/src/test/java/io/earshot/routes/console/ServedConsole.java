package io.earshot.routes.console;

import io.earshot.console.TestClient;
import io.earshot.routes.TestHome;
import io.earshot.routes.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service in a process of its own, as its users start it, with the samples processed. */
final class ServedConsole implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern PASSWORD = Pattern.compile("name admin, password (\\S+)");

  private final Home home;
  private final Process process;
  private final String url;
  private final String firstPassword;

  private ServedConsole(Home home, Process process, String url, String firstPassword) {
    this.home = home;
    this.process = process;
    this.url = url;
    this.firstPassword = firstPassword;
  }

  static ServedConsole start(Path folder) throws IOException {
    Home home = TestHome.in(folder.resolve("home"), "{}");
    Process process = TestHome.command(home, "serve").start();
    BufferedReader notes =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = notes.readLine(); line != null; line = notes.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Ctrl-C")) {
        String url = found(ADDRESS, said).replaceAll("/(health)?$", "");
        return new ServedConsole(home, process, url, found(PASSWORD, said));
      }
    }
    throw new AssertionError("serve ended before it was ready:\n" + said);
  }

  private static String found(Pattern pattern, CharSequence text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("serve did not say '%s':%n%s".formatted(pattern, text));
    }
    return matcher.group(matcher.groupCount());
  }

  /** Processes samples of the checkout; each of the paths below {@code samples}. */
  void process(String... samples) throws Exception {
    List<String> paths =
        Arrays.stream(samples)
            .map(name -> home.checkout().resolve("samples").resolve(name).toString())
            .toList();
    String[] arguments = Stream.concat(Stream.of("process"), paths.stream()).toArray(String[]::new);
    Process run = TestHome.command(home, arguments).inheritIO().start();
    if (!run.waitFor(5, TimeUnit.MINUTES) || run.exitValue() != 0) {
      run.destroy();
      throw new AssertionError("The samples could not be processed");
    }
  }

  String url() {
    return url;
  }

  /** Of the administrator, until it is changed. */
  String firstPassword() {
    return firstPassword;
  }

  /** The administrator, who may do everything, with another password than the first. */
  TestClient administrator(String password) {
    TestClient first = TestClient.of(url).signedIn("admin", firstPassword);
    first.put("/session/password", Map.of("current", firstPassword, "password", password));
    return TestClient.of(url).signedIn("admin", password);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
