package io.earshot.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is told about one item besides its files; it goes before settings and content.
 *
 * @param mapping of the columns of a table
 * @param language of what is said, as a BCP 47 tag
 */
public record IntakeOptions(Optional<Path> mapping, Optional<String> language) {
  /** Nothing is told. */
  public static final IntakeOptions NONE = new IntakeOptions(Optional.empty(), Optional.empty());
}
