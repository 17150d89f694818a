package io.earshot.routes.feed.files;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A walk through the folders of a server that tells of one folder at a time. Bounded, for a server
 * may list folders that hold themselves, or list without end. For one walk.
 */
public final class Tour {
  /** With the file's name as many parts as a landing takes. */
  private static final int DEEPEST = 15;

  private static final int MOST_FOLDERS = 20_000;
  private static final int MOST_ENTRIES = 2_000_000;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Listing listing;
  private final boolean recursive;
  private final String passedOver;
  private final Clock clock = Clock.systemUTC();
  private final Instant end = clock.instant().plus(LONGEST);
  private final Deque<String> folders = new ArrayDeque<>();
  private final Set<String> inFolder = new HashSet<>();
  private String current = "";
  private int entries;
  private int visited;
  private boolean enough;

  /**
   * Begins at the top.
   *
   * @param passedOver a folder, from the top on, that is not walked; empty when there is none
   */
  public Tour(Listing listing, boolean recursive, String passedOver) {
    this.listing = listing;
    this.recursive = recursive;
    this.passedOver = passedOver;
  }

  /** What a listing says an entry is. */
  public enum Kind {
    FILE,
    FOLDER,
    /** A link, a device: never followed, for it may lead anywhere. */
    OTHER
  }

  /** One folder's listing. */
  public interface Lister {

    /**
     * Tells {@link Tour#entry} of all that lies in a folder until that says no.
     *
     * @param folder from the top on; empty for the top itself
     * @throws Unfetchable when this folder alone can't be listed
     */
    void list(String folder) throws IOException;
  }

  /** Walks. */
  public void walk(Lister lister) throws IOException {
    folders.add("");
    while (!folders.isEmpty() && !enough) {
      current = folders.remove();
      inFolder.clear();
      try {
        lister.list(current);
      } catch (Unfetchable e) {
        if (current.isEmpty()) {
          throw new IOException(e.getMessage(), e);
        }
        listing.refused(current, e.getMessage());
      }
    }
  }

  /** The same where the time is what changes with the content. */
  public boolean entry(String part, Kind kind, long bytes, Instant modifiedAt) throws IOException {
    return entry(part, kind, bytes, modifiedAt, "" + modifiedAt.toEpochMilli());
  }

  /**
   * Takes an entry of the folder that is being listed; says whether more are wanted.
   *
   * @param version a text that changes with the content
   */
  public boolean entry(String part, Kind kind, long bytes, Instant modifiedAt, String version)
      throws IOException {
    count();
    if (ServerName.isDots(part) && kind != Kind.FILE) {
      return true;
    }
    String problem = ServerName.problem(part);
    if (!problem.isEmpty()) {
      listing.refused(part, problem);
      return true;
    }
    String name = current.isEmpty() ? part : current + "/" + part;
    if (!inFolder.add(part)) {
      return true; // listed twice
    }
    switch (kind) {
      case FILE -> enough = !listing.found(new RemoteFile(name, bytes, modifiedAt, version));
      case FOLDER -> enter(name);
      case OTHER -> {} // nothing to fetch
    }
    return !enough;
  }

  /** Counts what is listed and is no entry, for that too must end. */
  public void count() throws IOException {
    if (++entries > MOST_ENTRIES || clock.instant().isAfter(end)) {
      throw new IOException(
          "its listing does not end within %d entries and %d minutes"
              .formatted(MOST_ENTRIES, LONGEST.toMinutes()));
    }
  }

  private void enter(String name) throws IOException {
    boolean hidden = name.startsWith(".", name.lastIndexOf('/') + 1);
    if (!recursive || hidden || name.equals(passedOver)) {
      return;
    }
    if (name.split("/", -1).length > DEEPEST) {
      listing.refused(name, "a folder that lies too deep");
    } else if (++visited > MOST_FOLDERS) {
      throw new IOException("it has more than %d folders".formatted(MOST_FOLDERS));
    } else {
      folders.add(name);
    }
  }
}
