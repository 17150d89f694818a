package io.earshot.routes.source;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.PlainName;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a feed hands over what it brings. From here on a file is on this machine's disk and on its
 * way; the feed may let go of it. Safe for several threads.
 */
public final class Inlet {
  private static final Logger LOG = LoggerFactory.getLogger(Inlet.class);
  private static final int MOST_REFUSED = 1_000;

  private final Source source;
  private final Landing landing;
  private final FileMemory memory;
  private final Clock clock;
  private final Set<String> refused = new LinkedHashSet<>();
  private volatile String lastRefusal = "";
  private volatile String trouble = "";

  Inlet(Source source, Landing landing, FileMemory memory, Clock clock) {
    this.source = source;
    this.landing = landing;
    this.memory = memory;
    this.clock = clock;
  }

  /** What the ids of the feed's routes begin with; letters, digits and hyphens. */
  public String name() {
    return source.plainName();
  }

  /** Time between two looks. */
  public Duration poll() {
    return source.poll();
  }

  /** How the files are read, with what says when they are complete. */
  public IngestSettings ingest() {
    return source.ingest();
  }

  /** Whether more may come now: it is one of the source's hours, and not too much waits here. */
  public boolean isOpen() {
    return source.pace().isOpen(clock.instant()) && landing.hasRoom();
  }

  /**
   * Whether a file is to be fetched. Names that no file can have, and files that are too large, are
   * refused: they stay where they are, and the health of the source tells of them.
   *
   * @param name with its folders, divided by slashes
   * @param bytes its size; negative when that is not known
   */
  public boolean admits(String name, long bytes) {
    if (!canBeNamed(name) || !ingest().mayHold(name)) {
      return false;
    }
    long most = ingest().mostBytes(name);
    if (bytes > most) {
      refuse(name, "%d bytes, more than the %d that may be read".formatted(bytes, most));
      return false;
    }
    return true;
  }

  /** Whether a file can have the name here, with its folders; what can't is refused. */
  public boolean canBeNamed(String name) {
    try {
      landing.place(name);
      return true;
    } catch (EarshotException e) {
      refuse(name, e.getMessage());
      return false;
    }
  }

  /** Notes that something stays where it is, and why. */
  public void refuse(String name, String why) {
    synchronized (refused) {
      if (refused.size() >= MOST_REFUSED || !refused.add(name)) {
        return;
      }
    }
    lastRefusal = "%s: %s".formatted(PlainName.of(name), why);
    LOG.warn("{}: refused {}", source.name(), lastRefusal);
  }

  /** Whether something that stays where it lies was received earlier. */
  public boolean knows(String look) {
    return memory.knows(look);
  }

  /**
   * Remembers that something was received, over restarts.
   *
   * @param look a text that is another one when the thing has changed, such as name, size and time
   */
  public void remember(String look) {
    memory.remember(look);
  }

  /**
   * Takes a file over. It is on disk when this returns; at any failure nothing is there.
   *
   * @param name with its folders, divided by slashes; tells facts as names of files do
   * @param modifiedAt when it was last changed, taken for its start where nothing else tells that
   * @throws EarshotException of kind BAD_INPUT when the name can't be that of a file or it is too
   *     large, EXHAUSTED when the disk is full
   * @throws IOException when the content does not come
   */
  public void receive(String name, Instant modifiedAt, InputStream content) throws IOException {
    receive(List.of(new Arrival(name, modifiedAt, () -> content)));
  }

  /**
   * Takes files over that belong together, such as the two of a call: all are on disk when this
   * returns, and at any failure none is. A half that landed alone would be taken alone.
   *
   * @throws EarshotException as for one; the health of the source names the first of them
   * @throws IOException when one of them does not come
   */
  public void receive(List<Arrival> together) throws IOException {
    try {
      landing.receive(together, ingest()::mostBytes);
    } catch (EarshotException e) {
      if (e.kind() == ErrorKind.BAD_INPUT) {
        refuse(together.get(0).name(), e.getMessage());
      }
      throw e;
    }
  }

  /** The other side can't be reached or read; the reason names the mend. */
  public void failed(String why) {
    if (!why.equals(trouble)) {
      LOG.warn("{}: {}", source.name(), why);
    }
    trouble = why;
  }

  /** The other side was reached and read. */
  public void worked() {
    trouble = "";
  }

  /** What is wrong; empty when nothing is. */
  String trouble() {
    if (!trouble.isEmpty()) {
      return trouble;
    }
    synchronized (refused) {
      return refused.isEmpty()
          ? ""
          : "%d refused, the last one %s".formatted(refused.size(), lastRefusal);
    }
  }
}
