package io.earshot.routes.cli;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.IntakeOptions;
import io.earshot.routes.setup.Models;
import io.earshot.routes.source.Source;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be told about files on the command line. */
final class SourceOptions {
  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "How the columns of CSV and TSV files are read.")
  private Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--language",
      description = "What is spoken, such as en or zh, where it is known.")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The speech model that hears recordings (see 'earshot models list').")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "As this source of the settings reads them; else as 'ingest' says.")
  private Optional<String> source = Optional.empty();

  /**
   * How files are named and read.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is no such source
   */
  IngestSettings settings(Environment environment) {
    if (source.isEmpty()) {
      return environment.settings().ingest();
    }
    return environment.settings().sources().stream()
        .filter(known -> known.name().equals(source.get()))
        .findFirst()
        .map(Source::ingest)
        .orElseThrow(
            () ->
                EarshotException.misconfigured(
                    "No source is named '%s': see 'sources' in the settings"
                        .formatted(source.get())));
  }

  /** Whether the command line names a speech model. */
  boolean namesModel() {
    return model.isPresent();
  }

  /**
   * What to tell the intake.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is no such model: a call keeps the
   *     name it came with, so a wrong one must not get that far
   */
  IntakeOptions intake(Environment environment) {
    model.ifPresent(
        name -> Models.speechChoice(environment.home(), environment.settings()).named(name));
    return new IntakeOptions(mapping, language).withModel(model);
  }
}
