package io.earshot.ingest;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what there is to take under files and folders. Looks at names only, opens nothing. Safe for
 * several threads.
 */
public final class Scanner {
  private static final Logger log = LoggerFactory.getLogger(Scanner.class);

  /** Deeper than any archive by year, month, day, agent. */
  private static final int MAX_DEPTH = 32;

  private final Pairing pairing;
  private final List<Speaker> tracks;

  public Scanner(IngestSettings settings) {
    this.pairing = new Pairing(settings.pairEndings());
    this.tracks = settings.tracks();
  }

  /**
   * Who is heard on the tracks of a recording, by the names of its files or else by the settings;
   * empty where that must be found out.
   */
  public List<Speaker> roles(SourceItem item) {
    return pairing.roles(item.files()).orElse(tracks);
  }

  /** The items, sorted by path within each of the given paths. */
  public List<SourceItem> scan(List<Path> paths) {
    return scan(paths, skipped -> {});
  }

  /**
   * The items, sorted by path within each of the given paths. A file that is named is always taken;
   * in folders, hidden, temporary and well-known foreign files are passed over.
   *
   * @param skipped is told of each file that is passed over
   * @throws EarshotException of kind MISCONFIGURED when a given path does not exist
   */
  public List<SourceItem> scan(List<Path> paths, Consumer<Path> skipped) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(walk(path, skipped));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw EarshotException.misconfigured(
            path + ": there is no such file or folder; check the path");
      }
    }
    return pairing.unite(List.copyOf(files));
  }

  private static List<Path> walk(Path folder, Consumer<Path> skipped) {
    List<Path> found = new ArrayList<>();
    try {
      // Following links, the walk itself notices when one leads back to a folder it came through.
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          MAX_DEPTH,
          new Walk(folder, found, skipped));
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "%s can't be listed (%s); check that it may be read".formatted(folder, e), e);
    }
    found.sort(null);
    return found;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> found;
    private final Consumer<Path> skipped;

    Walk(Path top, List<Path> found, Consumer<Path> skipped) {
      this.top = top;
      this.found = found;
      this.skipped = skipped;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skip = !folder.equals(top) && ForeignNames.hidden(folder);
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !ForeignNames.foreign(file)) {
        found.add(file);
      } else {
        skipped.accept(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      log.warn("Passed over {}: {}", file, failure.toString());
      skipped.accept(file);
      return FileVisitResult.CONTINUE;
    }
  }
}
