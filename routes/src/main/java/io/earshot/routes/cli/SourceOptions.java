package io.earshot.routes.cli;

import io.earshot.ingest.IntakeOptions;
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

  IntakeOptions intake() {
    return new IntakeOptions(mapping, language).withModel(model);
  }
}
