package io.earshot.routes.cli;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.routes.home.Home;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands, and how their failures become one line and an exit code. */
@Command(
    name = "earshot",
    description = "Turns recorded calls and chats into scored, searchable conversations, offline.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "State lies under EARSHOT_HOME (default: var in the checkout).",
      "Exit codes: 0 done, 1 some items failed, 2 wrong usage or settings.",
      "'./earshot test' runs the tests, './earshot bench' the measurements."
    })
public final class Commands implements Runnable {
  static final int DONE = 0;
  static final int SOME_FAILED = 1;
  static final int WRONG = 2;

  @Spec private CommandSpec spec;

  Commands() {}

  /** Runs a command and returns its exit code. */
  public static int run(String... arguments) {
    return run(new Environment(Home.fromSystem(), new Terminal()), arguments);
  }

  static int run(Environment environment, String... arguments) {
    CommandLine line = new CommandLine(new Commands());
    line.addSubcommand(new DemoCommand(environment));
    line.addSubcommand(new ServeCommand(environment));
    line.addSubcommand(new ProcessCommand(environment));
    line.addSubcommand(new TranscribeCommand(environment));
    line.addSubcommand(new AnalyzeCommand(environment));
    line.addSubcommand(new SearchCommand(environment));
    line.addSubcommand(new RedactCommand(environment));
    line.addSubcommand(new RevealCommand(environment));
    line.addSubcommand(new ExportCommand(environment));
    line.addSubcommand(new ReviewsCommand(environment));
    line.addSubcommand(EvalCommand.with(environment));
    line.addSubcommand(TrainCommand.with(environment));
    line.addSubcommand(new LedgerCommand(environment));
    line.addSubcommand(SourcesCommand.with(environment));
    line.addSubcommand(ModelsCommand.with(environment));
    line.addSubcommand(UserCommand.with(environment));
    line.addSubcommand(new DoctorCommand(environment));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, result) -> report(failure, environment.terminal()));
    line.setParameterExceptionHandler((failure, ignored) -> misused(failure, environment));
    return line.execute(arguments);
  }

  private static int report(Exception failure, Terminal terminal) throws Exception {
    if (failure instanceof EarshotException known) {
      terminal.say("earshot: " + known.getMessage());
      return known.kind() == ErrorKind.MISCONFIGURED ? WRONG : SOME_FAILED;
    }
    throw failure;
  }

  private static int misused(ParameterException failure, Environment environment) {
    String name = failure.getCommandLine().getCommandSpec().qualifiedName();
    environment
        .terminal()
        .say("earshot: %s (see '%s --help')".formatted(failure.getMessage(), name));
    return WRONG;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
