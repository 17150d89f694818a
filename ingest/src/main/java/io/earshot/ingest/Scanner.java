package io.earshot.ingest;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.facts.SideFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds what there is to take under files and folders. Looks at names only; opens nothing but lists
 * of recordings and descriptions of sessions. Safe for several threads.
 */
public final class Scanner {
  private final Pairing pairing;
  private final Belongings belongings;
  private final CallFacts callFacts;
  private final DoneMarkers markers;
  private final SideFiles sideFiles;
  private final boolean followLinks;

  public Scanner(IngestSettings settings) {
    this.pairing = new Pairing(settings);
    this.belongings = new Belongings(settings);
    this.callFacts = new CallFacts(settings);
    this.markers = new DoneMarkers(settings.doneMarkers());
    this.sideFiles = new SideFiles(settings.sideFiles());
    this.followLinks = settings.followLinks();
  }

  /**
   * A file that is no conversation, or not taken as one.
   *
   * @param why for people
   * @param sideFile whether it holds facts of one recording that is among the files
   */
  public record Skipped(Path file, String why, boolean sideFile) {
    Skipped(Path file, String why) {
      this(file, why, false);
    }
  }

  /**
   * Who is heard on the tracks of a recording, by the names of its files, its side files or the
   * settings; empty where that must be found out.
   */
  public List<Speaker> roles(SourceItem item) {
    return callFacts.of(item).roles();
  }

  /**
   * What lies beside an item only for its sake: side files and markers. Whoever moves the item
   * moves them, too.
   */
  public List<Path> companions(SourceItem item) {
    List<Path> companions = new ArrayList<>(markers.of(item));
    if (item.files().stream().anyMatch(belongings::isSound)) {
      callFacts.of(item).sources().stream()
          .filter(source -> !sideFiles.isManifest(source))
          .forEach(companions::add);
    }
    return companions;
  }

  /** The items, sorted by path within each of the given paths. */
  public List<SourceItem> scan(List<Path> paths) {
    return scan(paths, skipped -> {});
  }

  /**
   * The items, sorted by path within each of the given paths. A file that is named is taken unless
   * it belongs to another one; in folders, hidden, temporary and well-known foreign files are
   * passed over, and links that lead out of the folder.
   *
   * @param skipped is told of each file that is passed over
   * @throws EarshotException of kind MISCONFIGURED when a given path does not exist
   */
  public List<SourceItem> scan(List<Path> paths, Consumer<Skipped> skipped) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(new FolderWalk(path, markers, followLinks, skipped).files());
      } else if (Files.isRegularFile(path)) {
        files.add(path);
      } else {
        throw EarshotException.misconfigured(
            path
                + (Files.exists(path)
                    ? " is neither a file nor a folder; copy what it gives to a file"
                    : ": there is no such file or folder; check the path"));
      }
    }
    return belongings.sorted(List.copyOf(files), pairing, skipped);
  }
}
