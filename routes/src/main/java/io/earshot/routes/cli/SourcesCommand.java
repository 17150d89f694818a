package io.earshot.routes.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "sources",
    description = "Where conversations come from.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SourcesCommand implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine with(Environment environment) {
    return new CommandLine(new SourcesCommand()).addSubcommand(new TrySourceCommand(environment));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
