package io.earshot.routes.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "train",
    description = "Trains the analysis on your own labels.",
    synopsisSubcommandLabel = "TASK",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with all its tasks. */
  static CommandLine with(Environment environment) {
    CommandLine line = new CommandLine(new TrainCommand());
    for (LabelTask task : LabelTask.values()) {
      line.addSubcommand(task.code(), new TrainLabelsCommand(environment, task));
    }
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a task");
  }
}
