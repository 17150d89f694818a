package io.earshot.routes.source;

import io.earshot.config.Section;
import io.earshot.ingest.IngestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A watched folder.
 *
 * @param name shown in health and logs
 * @param folder watched with all folders in it
 * @param done where files go once they are safe; empty: they stay where they are
 * @param poll time between two looks
 * @param ingest how its files are named and read
 */
public record FolderSource(
    String name, Path folder, Optional<Path> done, Duration poll, IngestSettings ingest) {

  /** Reads one entry of {@code sources:}; the keys of {@code ingest:} may stand in it too. */
  public static FolderSource from(Section section) {
    String folder = section.required("folder");
    return new FolderSource(
        section.text("name", folder),
        absolute(Path.of(folder)),
        section.path("done").map(FolderSource::absolute),
        section.duration("poll", Duration.ofSeconds(1)),
        IngestSettings.from(section));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
