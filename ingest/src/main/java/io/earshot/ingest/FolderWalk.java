package io.earshot.ingest;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One walk through a folder. Who may write into a folder must not make others read what lies
 * elsewhere: links that lead out are passed over.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWalk.class);

  /** Deeper than any archive by year, month, day, agent. */
  private static final int MAX_DEPTH = 32;

  private final Path top;
  private final DoneMarkers markers;
  private final boolean followLinks;
  private final Consumer<Scanner.Skipped> skipped;
  private final List<Path> found = new ArrayList<>();

  FolderWalk(
      Path top, DoneMarkers markers, boolean followLinks, Consumer<Scanner.Skipped> skipped) {
    this.top = top;
    this.markers = markers;
    this.followLinks = followLinks;
    this.skipped = skipped;
  }

  List<Path> files() {
    try {
      // Following links, the walk itself notices when one leads back to a folder it came through.
      Files.walkFileTree(top, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, this);
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "%s can't be listed (%s); check that it may be read".formatted(top, e), e);
    }
    found.sort(null);
    return found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (folder.equals(top)) {
      return FileVisitResult.CONTINUE;
    }
    if (leadsOut(folder)) {
      skip(folder, "a link that leads out of the folder (ingest.follow_links)");
      return FileVisitResult.SKIP_SUBTREE;
    }
    return ForeignNames.hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (!attributes.isRegularFile()) {
      skip(file, "no regular file");
    } else if (markers.isMarker(file)) {
      skip(file, "a marker of a complete file");
    } else if (ForeignNames.foreign(file)) {
      skip(file, "hidden, unfinished or not of a kind that holds conversations, by its name");
    } else if (leadsOut(file)) {
      skip(file, "a link that leads out of the folder (ingest.follow_links)");
    } else {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean leadsOut(Path path) throws IOException {
    return !followLinks
        && Files.isSymbolicLink(path)
        && !path.toRealPath().startsWith(top.toRealPath());
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    LOG.warn("Passed over {}: {}", PlainName.of(file), failure.getClass().getSimpleName());
    skip(file, "can't be read (%s)".formatted(failure.getClass().getSimpleName()));
    return FileVisitResult.CONTINUE;
  }

  private void skip(Path path, String why) {
    skipped.accept(new Scanner.Skipped(path, why));
  }
}
