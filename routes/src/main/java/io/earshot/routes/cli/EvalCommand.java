package io.earshot.routes.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "eval",
    description = "Measures the analysis on files that you labelled.",
    synopsisSubcommandLabel = "TASK",
    mixinStandardHelpOptions = true)
final class EvalCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with all its tasks. */
  static CommandLine with(Environment environment) {
    CommandLine line = new CommandLine(new EvalCommand());
    for (LabelTask task : LabelTask.values()) {
      line.addSubcommand(task.code(), new EvalLabelsCommand(environment, task));
    }
    line.addSubcommand(new EvalRedactionCommand(environment));
    line.addSubcommand("asr", EvalSpeechCommand.words(environment));
    line.addSubcommand("diarization", EvalSpeechCommand.speakers(environment));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a task");
  }
}
