package io.earshot.routes.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "models",
    description = "The models that hear speech: which are there, and getting more.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine with(Environment environment) {
    return new CommandLine(new ModelsCommand())
        .addSubcommand(new ListModelsCommand(environment))
        .addSubcommand(new InstallModelCommand(environment))
        .addSubcommand(new VerifyModelsCommand(environment))
        .addSubcommand(new RemoveModelCommand(environment));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
