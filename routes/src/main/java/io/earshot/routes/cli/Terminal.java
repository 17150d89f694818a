package io.earshot.routes.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.earshot.ingest.vault.ConversationJson;
import io.earshot.routes.service.Notes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where commands speak: results to standard output in UTF-8, notes and progress to standard error.
 * On a terminal progress overwrites itself; elsewhere it is told now and then.
 */
final class Terminal implements Notes {
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
  private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\u202a-\u202e]");
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive = System.console() != null;
  private long lastStatus = System.nanoTime();
  private boolean statusShown;

  Terminal() {
    this(stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  Terminal(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Whether a person watches. */
  boolean interactive() {
    return interactive;
  }

  /** A line of results. */
  synchronized void print(String line) {
    clearStatus();
    out.println(line);
  }

  /** A result as one line of JSON. */
  void json(Object value) {
    try {
      print(ConversationJson.mapper().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A result of ours must have a JSON form", e);
    }
  }

  @Override
  public synchronized void say(String line) {
    clearStatus();
    err.println(plain(line));
  }

  /** Without what would steer the terminal: names of files are input from outside. */
  private static String plain(String line) {
    return STEERING.matcher(line).replaceAll("\uFFFD");
  }

  /** What goes on now; replaced by the next one. */
  synchronized void status(String line) {
    if (interactive) {
      err.print(CLEAR_LINE + plain(line));
      err.flush();
      statusShown = true;
    } else if (System.nanoTime() - lastStatus > QUIET_NANOS) {
      err.println(plain(line));
      lastStatus = System.nanoTime();
    }
  }

  private void clearStatus() {
    if (statusShown) {
      err.print(CLEAR_LINE);
      err.flush();
      statusShown = false;
    }
  }
}
