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
 * @param model name of the speech model that is to hear it
 * @param anew whether what is known and done already is received once more, as if it were not known
 */
public record IntakeOptions(
    Optional<Path> mapping,
    Optional<String> language,
    ToldFacts facts,
    Optional<String> model,
    boolean anew) {
  /** Nothing is told. */
  public static final IntakeOptions NONE = new IntakeOptions(Optional.empty(), Optional.empty());

  /** Without facts. */
  public IntakeOptions(Optional<Path> mapping, Optional<String> language) {
    this(mapping, language, ToldFacts.NONE);
  }

  /** Without a speech model. */
  public IntakeOptions(Optional<Path> mapping, Optional<String> language, ToldFacts facts) {
    this(mapping, language, facts, Optional.empty(), false);
  }

  /** The same, to be heard with that speech model when one is named. */
  public IntakeOptions withModel(Optional<String> name) {
    return new IntakeOptions(mapping, language, facts, name, anew);
  }

  /** The same, for what is known and done already, too. */
  public IntakeOptions takingAnew() {
    return new IntakeOptions(mapping, language, facts, model, true);
  }
}
