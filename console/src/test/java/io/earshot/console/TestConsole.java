package io.earshot.console;

import io.earshot.console.access.Right;
import io.earshot.console.access.Role;
import io.earshot.console.access.user.UserRights;
import io.earshot.console.http.Section;
import io.earshot.console.testing.LocalServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A whole console on a free port, over real HTTP, with sections whose ports are fakes.
 *
 * <pre>{@code
 * @TempDir Path folder;
 *
 * try (TestConsole console =
 *     TestConsole.start(folder, own -> new FindingSection(new FakeFinder(), own.audit()))) {
 *   TestClient supervisor = console.as(Role.SUPERVISOR);
 *   TestReply reply = supervisor.get("/conversations?q=refund");
 *   assertThat(reply.status()).isEqualTo(200);
 *   assertThat(reply.at("/hits/0/conversation/id")).isEqualTo("abc");
 * }
 * }</pre>
 *
 * <p>A client of its own for a limited user: {@code console.as("ann", rights)}; for a program:
 * {@code console.program(Right.SEARCH)}; for nobody: {@code console.stranger()}. {@code
 * console.clock()} stands still until a test moves it.
 */
public final class TestConsole implements AutoCloseable {
  /** Of every user that a test makes. */
  public static final String PASSWORD = "correct horse battery staple";

  private final AtomicInteger made = new AtomicInteger();
  private final Console console;
  private final TestClock clock;
  private final LocalServer server;

  private TestConsole(Console console, TestClock clock) {
    this.console = console;
    this.clock = clock;
    this.server = new LocalServer(console::mount);
  }

  /** With default settings. Sections are made from the console's own audit log and store. */
  @SafeVarargs
  public static TestConsole start(Path folder, Function<Console, Section>... sections)
      throws Exception {
    return start(folder, ConsoleSettings.defaults(), new Listening(true, false), sections);
  }

  @SafeVarargs
  public static TestConsole start(
      Path folder,
      ConsoleSettings settings,
      Listening listening,
      Function<Console, Section>... sections)
      throws Exception {
    TestClock clock = TestClock.now();
    Console console =
        Console.open(folder.resolve("console.db"), settings, listening, "test", clock);
    List.of(sections).forEach(section -> console.add(section.apply(console)));
    return new TestConsole(console, clock);
  }

  public Console console() {
    return console;
  }

  public TestClock clock() {
    return clock;
  }

  /** Without a path. */
  public String url() {
    return server.url();
  }

  /** Somebody who is not signed in. */
  public TestClient stranger() {
    return new TestClient(url());
  }

  /** A new user with these roles, signed in; the user's name is the first role's and a number. */
  public TestClient as(Role... roles) {
    String name = roles[0].code() + made.incrementAndGet();
    return as(name, UserRights.of(name, roles));
  }

  /** A new user with certain rights, signed in. */
  public TestClient as(String name, UserRights rights) {
    add(name, rights);
    return stranger().signedIn(name, PASSWORD);
  }

  /** A new user with {@link #PASSWORD}. */
  public void add(String name, UserRights rights) {
    console.users().add(name, rights);
    console.users().setPassword(name, PASSWORD);
  }

  /** A program with a token for certain rights. */
  public TestClient program(Right... rights) {
    TestReply reply =
        as("maker" + made.incrementAndGet(), everything())
            .post(
                "/tokens",
                Map.of(
                    "program",
                    "program" + made.incrementAndGet(),
                    "rights",
                    Arrays.stream(rights).map(Right::code).toList(),
                    "expires_at",
                    clock.instant().plus(Duration.ofDays(1)).toString()));
    return stranger().with("Authorization", "Bearer " + reply.at("/secret"));
  }

  /** An administrator who may reveal. */
  public static UserRights everything() {
    return new UserRights(
        "Everything", List.of(Role.ADMINISTRATOR), "", List.of(), List.of(), true, true);
  }

  @Override
  public void close() throws Exception {
    server.close();
    console.close();
  }
}
