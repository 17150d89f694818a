package io.earshot.index.server;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the server: the shell that watches over it and what runs below that. */
final class ServerProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ServerFolders folders;
  private final Process shell;

  private ServerProcess(ServerFolders folders, Process shell) {
    this.folders = folders;
    this.shell = shell;
  }

  /** Starts a run; it is not ready yet. What an earlier run left behind is ended first. */
  static ServerProcess launch(ServerFolders folders, RunAs user) throws IOException {
    endLeftOver(folders);
    Files.deleteIfExists(folders.processId());
    Files.deleteIfExists(folders.logs().resolve("earshot.log"));
    List<String> command =
        user.command(
            List.of(
                "sh",
                "-c",
                script(),
                "earshot-elasticsearch",
                folders.startScript().toString(),
                folders.processId().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folders.base().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folders.console().toFile());
    environment(builder.environment(), folders);
    return new ServerProcess(folders, builder.start());
  }

  /** Nothing of Earshot's own environment, which may hold secrets, is handed on. */
  private static void environment(Map<String, String> environment, ServerFolders folders) {
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LANG", "C.UTF-8");
    environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
    environment.put("ES_PATH_CONF", folders.configuration().toString());
    environment.put("ES_TMPDIR", folders.temporary().toString());
    // The launcher only starts the server: little compilation, little memory.
    environment.put(
        "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xmx32m -Djava.io.tmpdir=" + folders.temporary());
  }

  private static String script() throws IOException {
    try (InputStream stream = ServerProcess.class.getResourceAsStream("watch.sh")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Ends the server of an earlier run that still holds the data. */
  static void endLeftOver(ServerFolders folders) {
    Optional<ProcessHandle> server = ProcessMark.server(folders);
    server.ifPresent(
        process -> {
          process.destroy();
          if (!ended(process.onExit(), PATIENCE)) {
            process.destroyForcibly();
            if (!ended(process.onExit(), PATIENCE)) {
              throw EarshotException.unavailable(
                  "Elasticsearch of an earlier run (process %d) holds the data and can't be ended: end it"
                      .formatted(process.pid()),
                  null);
            }
          }
        });
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  /** Waits until the run has ended, by itself or not. */
  void await() throws InterruptedException {
    shell.waitFor();
  }

  /** Ends the run; returns when no process of it is left. */
  void end() {
    try {
      // The pipe is what the shell watches: its end ends the server in an orderly way.
      shell.getOutputStream().close();
    } catch (IOException e) {
      shell.destroy();
    }
    if (!ended(shell.onExit(), PATIENCE)) {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
      ended(shell.onExit(), PATIENCE);
    }
    endLeftOver(folders);
  }

  private static boolean ended(CompletableFuture<?> exit, Duration patience) {
    try {
      exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException("Waiting for a process failed", e));
    }
  }

  /** The server's own process id, once it has written it. */
  Optional<Long> serverId() {
    return ProcessMark.server(folders).map(ProcessHandle::pid);
  }
}
