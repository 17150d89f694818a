package io.earshot.ingest.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what side files and lists tell of recordings. What can't be read is told and costs its
 * facts alone. Lists are kept in memory until they change. Safe for several threads.
 */
public final class RecordedFacts {
  private static final long MOST_SIDE_BYTES = 4L << 20;
  private static final int MOST_SIDE_ROWS = 1000;
  private static final int DEEPEST_LIST = 12;
  private static final int MANIFESTS_KEPT = 8;
  private static final int FOLDERS_UP = 4;
  private static final int MOST_IN_FOLDER = 100;
  private static final int MOST_LISTINGS = 1000;
  private static final List<String> SIDE_ENDINGS = List.of(".json", ".xml", ".csv");

  private final SideFileSettings settings;
  private final SideFiles sideFiles;
  private final ZoneId zone;
  private final Map<Path, Kept> manifests =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Kept> eldest) {
          return size() > MANIFESTS_KEPT;
        }
      };

  public RecordedFacts(SideFileSettings settings, ZoneId zone) {
    this.settings = settings;
    this.sideFiles = new SideFiles(settings);
    this.zone = zone;
  }

  private final Map<Path, Listing> listings = new ConcurrentHashMap<>();

  /** Listing a folder of many recordings anew for each of them would take for ever. */
  private record Listing(FileTime changed, List<Path> manifests) {}

  private record Kept(long bytes, FileTime changed, Optional<Manifest> manifest, String trouble) {}

  /**
   * What was found.
   *
   * @param facts of side files before those of lists
   * @param roles who is heard in each file, where a side file says so; else empty
   * @param starts when each file began, where that is told of all; else empty
   * @param sources the side files and lists that were read
   * @param troubles what could not be read, and why
   */
  public record Found(
      Facts facts,
      List<Speaker> roles,
      List<Instant> starts,
      List<Path> sources,
      List<String> troubles) {

    static Found nothing() {
      return new Found(
          new Facts(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * Looks for the facts of a recording.
   *
   * @param files of it, and what stands for the name of a pair
   */
  public Found of(List<Path> files, List<Path> names) {
    Found found = Found.nothing();
    if (files.size() > 1) {
      found.starts.addAll(ownStarts(files));
      found.starts.stream()
          .min(Instant::compareTo)
          .ifPresent(
              first -> found.facts.offer(Fact.STARTED_AT, first.toString(), "the side files"));
    }
    for (Path name : names) {
      for (Path side : sideFiles.of(name)) {
        if (!found.sources.contains(side)) {
          readSide(side, found);
        }
      }
    }
    for (Path name : names) {
      manifestsAround(name).forEach(manifest -> readManifest(manifest, name, found));
    }
    return found;
  }

  /** By the side file that each of the files has for itself. */
  private List<Instant> ownStarts(List<Path> files) {
    List<Instant> starts = new ArrayList<>();
    for (Path file : files) {
      Found own = Found.nothing();
      sideFiles.of(file).forEach(side -> readSide(side, own));
      own.facts().startedAt().ifPresent(starts::add);
    }
    return starts.size() == files.size() ? starts : List.of();
  }

  private void readSide(Path side, Found found) {
    found.sources.add(side);
    try {
      JsonNode tree = FactTree.read(side, MOST_SIDE_BYTES, MOST_SIDE_ROWS);
      String origin = String.valueOf(side.getFileName());
      Optional<SiprecRecording> session = SiprecRecording.of(tree);
      if (session.isPresent()) {
        session.get().read(zone, origin, found.facts);
        found.roles.addAll(session.get().roles());
        if (found.starts.isEmpty()) {
          found.starts.addAll(session.get().streamStarts(zone));
        }
      } else {
        settings.mapping().read(FactValues.of(tree), zone, origin, found.facts);
      }
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      found.troubles.add(e.getMessage());
    }
  }

  private void readManifest(Path file, Path recording, Found found) {
    Kept kept = kept(file);
    if (!kept.trouble().isEmpty() && !found.troubles.contains(kept.trouble())) {
      found.troubles.add(kept.trouble());
    }
    String relative = file.getParent().relativize(recording.toAbsolutePath()).toString();
    kept.manifest()
        .filter(manifest -> manifest.names(relative))
        .ifPresent(
            manifest -> {
              found.sources.add(file);
              manifest.read(relative, settings.mapping(), zone, found.facts);
            });
  }

  /** Of the recording's own folder, then of those above: a list may stand for a tree of days. */
  private List<Path> manifestsAround(Path recording) {
    List<Path> found = new ArrayList<>();
    Path folder = recording.toAbsolutePath().getParent();
    for (int up = 0; up <= FOLDERS_UP && folder != null; up++, folder = folder.getParent()) {
      found.addAll(manifestsIn(folder));
    }
    return found;
  }

  private List<Path> manifestsIn(Path folder) {
    try {
      FileTime changed = Files.getLastModifiedTime(folder);
      Listing known = listings.get(folder);
      if (known == null || !known.changed().equals(changed)) {
        known = new Listing(changed, list(folder));
        if (listings.size() >= MOST_LISTINGS) {
          listings.clear();
        }
        listings.put(folder, known);
      }
      return known.manifests();
    } catch (IOException e) {
      return List.of(); // above its own folder a source may not look
    }
  }

  private List<Path> list(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isManifest)) {
      for (Path file : files) {
        if (found.size() < MOST_IN_FOLDER) {
          found.add(file);
        }
      }
    }
    found.sort(null);
    return found;
  }

  private boolean isManifest(Path file) {
    return sideFiles.isManifest(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** How many recordings a list names; empty when it can't be read as one. */
  public Optional<Integer> manifestSize(Path file) {
    return kept(file.toAbsolutePath()).manifest().map(Manifest::size).filter(size -> size > 0);
  }

  private synchronized Kept kept(Path file) {
    try {
      long bytes = Files.size(file);
      FileTime changed = Files.getLastModifiedTime(file);
      Kept known = manifests.get(file);
      if (known == null || known.bytes() != bytes || !known.changed().equals(changed)) {
        known = read(file, bytes, changed);
        manifests.put(file, known);
      }
      return known;
    } catch (IOException e) {
      return new Kept(0, FileTime.fromMillis(0), Optional.empty(), "");
    }
  }

  private static Kept read(Path file, long bytes, FileTime changed) {
    try {
      return new Kept(bytes, changed, Optional.of(Manifest.read(file)), "");
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      return new Kept(bytes, changed, Optional.empty(), e.getMessage());
    }
  }

  /**
   * Whether a file that lies there alone looks like what belongs to a recording: single facts, no
   * list of turns. Its recording may still come.
   */
  public boolean mayBeOfRecording(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (SIDE_ENDINGS.stream().noneMatch(name::endsWith)) {
      return false;
    }
    try {
      JsonNode tree = FactTree.read(file, MOST_SIDE_BYTES, MOST_SIDE_ROWS);
      Facts facts = new Facts();
      settings.mapping().read(FactValues.of(tree), zone, name, facts);
      return SiprecRecording.of(tree).isPresent() || facts.all().size() > 1 && !lists(tree, 0);
    } catch (EarshotException e) {
      return false; // whoever takes it will say why
    }
  }

  /** What the recording of a side file is called, without its own ending or with it. */
  public String recordingOf(Path file) {
    return sideFiles.recordingOf(file);
  }

  /** Whether there is a list of several objects, as of what was said. */
  private static boolean lists(JsonNode node, int depth) {
    if (node.isArray() && node.size() > 1 && node.get(1).isObject() || depth > DEEPEST_LIST) {
      return true;
    }
    for (JsonNode child : node) {
      if (lists(child, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The streams' files of a SIPREC session among others of its folder, in the order of the streams;
   * empty when the file is no description of one, or not every stream has one.
   */
  public List<Path> streams(Path description, List<Path> sounds) {
    try {
      Optional<SiprecRecording> session =
          SiprecRecording.of(FactTree.read(description, MOST_SIDE_BYTES, MOST_SIDE_ROWS));
      return session.map(found -> SiprecFiles.of(found, description, sounds)).orElse(List.of());
    } catch (EarshotException e) {
      return List.of(); // no XML: whoever takes it will say so
    }
  }
}
