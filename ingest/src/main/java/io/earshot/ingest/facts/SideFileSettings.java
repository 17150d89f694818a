package io.earshot.ingest.facts;

import io.earshot.config.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where facts of recordings lie besides their names.
 *
 * @param endings that take the place of a recording's own ending, or are put behind its name, in
 *     the name of its side file ({@code endings})
 * @param folder where side files lie, from the recording's own folder on; empty: beside it ({@code
 *     folder})
 * @param manifests names of lists of recordings; {@code *} stands for any characters ({@code
 *     manifests})
 * @param patience how old a recording without a side file must be to be taken ({@code wait}, 0s)
 * @param mapping which path holds which attribute ({@code attributes})
 */
public record SideFileSettings(
    List<String> endings,
    Optional<Path> folder,
    List<String> manifests,
    Duration patience,
    FactMapping mapping) {
  private static final List<String> ENDINGS =
      List.of(
          ".json",
          ".xml",
          ".csv",
          "_metadata.json",
          "_call_metadata.json",
          ".metadata.json",
          "_metadata.xml",
          "_metadata.csv");
  private static final List<String> MANIFESTS =
      List.of(
          "manifest.*",
          "*.manifest.csv",
          "*.manifest.json",
          "*.manifest.xml",
          "*_manifest.csv",
          "*_manifest.json",
          "*_manifest.xml",
          "metadata.csv",
          "metadata.json",
          "metadata.jsonl");

  public SideFileSettings {
    endings = List.copyOf(endings);
    manifests = List.copyOf(manifests);
  }

  /** Reads the section {@code side_files}; problems are noted there. */
  public static SideFileSettings from(Section section) {
    return new SideFileSettings(
        section.texts("endings", ENDINGS),
        section.path("folder"),
        section.texts("manifests", MANIFESTS),
        section.duration("wait", Duration.ZERO),
        FactMapping.from(section.section("attributes")));
  }
}
