package io.earshot.ingest;

import io.earshot.ingest.facts.ToldFacts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is told about one item besides its files; it goes before settings and content.
 *
 * @param mapping of the columns of a table
 * @param language of what is said, as a BCP 47 tag
 * @param facts of the conversation
 */
public record IntakeOptions(Optional<Path> mapping, Optional<String> language, ToldFacts facts) {
  /** Nothing is told. */
  public static final IntakeOptions NONE = new IntakeOptions(Optional.empty(), Optional.empty());

  /** Without facts. */
  public IntakeOptions(Optional<Path> mapping, Optional<String> language) {
    this(mapping, language, ToldFacts.NONE);
  }
}
