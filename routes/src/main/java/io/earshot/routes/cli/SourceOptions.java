package io.earshot.routes.cli;

import io.earshot.ingest.IntakeOptions;
import io.earshot.routes.setup.Models;
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

  /**
   * What to tell the intake.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED when there is no such
   *     model: a call keeps the name it came with, so a wrong one must not get that far
   */
  IntakeOptions intake(Environment environment) {
    model.ifPresent(
        name -> Models.speechChoice(environment.home(), environment.settings()).named(name));
    return new IntakeOptions(mapping, language).withModel(model);
  }
}
