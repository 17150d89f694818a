package io.earshot.index.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.index.IndexSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens around the server, with programs that take its place. */
class ServerStartTest {
  /** Writes its process id where the server does and carries the mark of its home. */
  private static final String SLEEPER =
      """
      mark=$(grep '^-Dearshot.server=' "$ES_PATH_CONF/jvm.options")
      echo $$ > "$2"
      exec sh -c 'while :; do sleep 1; done' sleeper "$mark"
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "library: Cannot allocate memory => EXHAUSTED => lower index.heap",
        "java.io.IOException: No space left on device => EXHAUSTED => free some space",
        "cannot downgrade a node from version [9.1.0] to version [8.19.9] => MISCONFIGURED => newer",
        "failed to obtain node locks, tried => UNAVAILABLE => another server uses its data",
        "ERROR: something else => UNAVAILABLE => something else",
      })
  void saysWhyItDidNotStart(String output, ErrorKind kind, String message) {
    try (FakeDistribution fake = new FakeDistribution("echo '" + output + "' >&2; exit 1")) {
      assertThatThrownBy(() -> start(fake, ""))
          .isInstanceOfSatisfying(EarshotException.class, e -> assertThat(e.kind()).isEqualTo(kind))
          .hasMessageContaining(message)
          .hasMessageContaining("log");
    }
  }

  @Test
  void givesUpOnAServerThatIsNeverReadyAndLeavesNothingBehind() {
    try (FakeDistribution fake = new FakeDistribution(SLEEPER)) {
      assertThatThrownBy(() -> start(fake, "start_timeout: 1s"))
          .hasMessageContaining("not ready after PT1S");
      assertThat(ProcessMark.server(folders(fake))).isEmpty();
    }
  }

  @Test
  void endsWhatAnEarlierRunLeftBehindButNobodyElse() throws Exception {
    try (FakeDistribution fake = new FakeDistribution(SLEEPER)) {
      ServerFolders folders = folders(fake);
      RunAs user = RunAs.forServer("nobody");
      ServerConfiguration.write(
          folders, IndexSettings.defaults(), new Ports(1, 2), Credentials.of(folders.run()), user);
      Process stranger = new ProcessBuilder("sleep", "60").start();
      Files.writeString(folders.processId(), Long.toString(stranger.pid()));
      ServerProcess first = ServerProcess.launch(folders, user);
      assertThat(stranger.isAlive()).isTrue();
      stranger.destroyForcibly();
      ProcessHandle server = awaitServer(folders);
      ServerProcess second = ServerProcess.launch(folders, user);
      assertThat(server.isAlive()).isFalse();
      first.end();
      second.end();
      assertThat(ProcessMark.server(folders)).isEmpty();
    }
  }

  private static ProcessHandle awaitServer(ServerFolders folders) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < deadline) {
      if (ProcessMark.server(folders).isPresent()) {
        return ProcessMark.server(folders).get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("The server did not come up");
  }

  @Test
  void namesAPortThatIsTaken() throws IOException {
    try (FakeDistribution fake = new FakeDistribution("exit 1");
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> start(fake, "port: " + taken.getLocalPort()))
          .hasMessageContaining("Port %d of index.port".formatted(taken.getLocalPort()));
    }
  }

  @Test
  void keepsItsPortsWhileTheyAreFree(@TempDir Path run) throws IOException {
    Ports first = Ports.choose(0, run);
    assertThat(Ports.choose(0, run)).isEqualTo(first);
    try (ServerSocket taken = new ServerSocket(first.http(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.choose(0, run).http()).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void namesAMissingDistribution(@TempDir Path empty) {
    assertThatThrownBy(
            () ->
                PrivateElasticsearch.start(
                    IndexSettings.defaults(), empty, empty.resolve("home"), note -> {}))
        .hasMessageContaining("No Elasticsearch in " + empty)
        .hasMessageContaining("build Earshot again");
  }

  @Test
  void keepsItsPasswordToItself(@TempDir Path run) throws IOException {
    Credentials made = Credentials.of(run);
    assertThat(Credentials.of(run)).isEqualTo(made);
    assertThat(Files.getPosixFilePermissions(Credentials.file(run)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(made.userLine()).startsWith("earshot:{PBKDF2}").doesNotContain(made.password());
  }

  @Test
  void findsNoRunningServerWhereThereIsNone(@TempDir Path home) {
    assertThat(PrivateElasticsearch.running(home)).isEmpty();
  }

  private static ServerFolders folders(FakeDistribution fake) {
    return ServerFolders.prepare(
        fake.distribution(), fake.home(), RunAs.forServer("nobody"), note -> {});
  }

  private static void start(FakeDistribution fake, String settings) {
    PrivateElasticsearch.start(
            IndexSettings.from(Section.parse(settings, "test")),
            fake.distribution(),
            fake.home(),
            note -> {})
        .close();
  }
}
