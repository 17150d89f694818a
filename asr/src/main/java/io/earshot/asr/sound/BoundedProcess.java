package io.earshot.asr.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process held to its limits: the shell limits its memory and processor time before it starts, a
 * watch kills it when no output came for too long, and closing kills it at once. For one thread.
 */
public final class BoundedProcess implements AutoCloseable {
  private static final int MOST_ERROR_BYTES = 4096;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);

  private final Process process;
  private final Duration timeout;
  private final Thread watch;
  private final Thread errors;
  private final StringBuilder errorText = new StringBuilder();
  private volatile boolean waitedFor = true;
  private volatile long lastProgressNanos = System.nanoTime();
  private volatile boolean timedOut;

  private BoundedProcess(Process process, Duration timeout) {
    this.process = process;
    this.timeout = timeout;
    this.watch = thread("earshot-decode-watch", this::watch);
    this.errors = thread("earshot-decode-errors", this::collectErrors);
  }

  /** A program of a folder that holds its libraries, too; it sees nothing of our environment. */
  static BoundedProcess start(
      Path folder, String program, List<String> arguments, DecodeLimits limits) throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve(program).toString()));
    command.addAll(arguments);
    return start(command, Map.of("LD_LIBRARY_PATH", folder.toString()), folder, limits);
  }

  /**
   * Starts a command.
   *
   * @param environment all that it sees of one
   * @param folder in which it works
   */
  public static BoundedProcess start(
      List<String> command, Map<String, String> environment, Path folder, DecodeLimits limits)
      throws IOException {
    // Exit 126 when a limit can't be set: better no output than a process without a limit.
    String script =
        "ulimit -c 0; ulimit -v \"$1\" || exit 126; ulimit -t \"$2\" || exit 126; shift 2; exec \"$@\"";
    List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    limited.add(Long.toString(limits.memoryBytes() / 1024));
    limited.add(Long.toString(limits.processorSeconds()));
    limited.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(limited);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    BoundedProcess bounded = new BoundedProcess(process, limits.timeout());
    bounded.watch.start();
    bounded.errors.start();
    return bounded;
  }

  /** What it writes to its standard output. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** From here the watch counts: somebody waits for output. */
  void awaited() {
    lastProgressNanos = System.nanoTime();
    waitedFor = true;
  }

  /** Output came. Until the next {@link #awaited()} the process may stand still unpunished. */
  void delivered() {
    waitedFor = false;
  }

  /** Whether it was killed because nothing came of it. */
  public boolean timedOut() {
    return timedOut;
  }

  /** The exit code, after all output was read; a process that does not end by itself is ended. */
  public int exitCode() {
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      int code = process.waitFor();
      errors.join(GRACE.toMillis());
      return code;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** The start of what the process complained about. */
  public String complaint() {
    synchronized (errorText) {
      return errorText.toString().strip();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    watch.interrupt();
  }

  private void watch() {
    while (process.isAlive()) {
      if (waitedFor && System.nanoTime() - lastProgressNanos > timeout.toNanos()) {
        timedOut = true;
        process.destroyForcibly();
        return;
      }
      try {
        if (process.waitFor(WATCH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void collectErrors() {
    byte[] block = new byte[1024];
    try (InputStream in = process.getErrorStream()) {
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        synchronized (errorText) {
          int room = Math.min(got, MOST_ERROR_BYTES - errorText.length());
          errorText.append(new String(block, 0, Math.max(0, room), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // The process was killed: its last words are lost, its end is told by others.
      delivered();
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
