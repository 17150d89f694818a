package io.earshot.routes.cli;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.IntakeOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "process",
    description = "Files and folders in, scored and searchable conversations out.",
    mixinStandardHelpOptions = true)
final class ProcessCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Recordings, chat logs, folders.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "One object a line, one line a conversation.")
  private boolean json;

  @Mixin private SourceOptions about = new SourceOptions();

  @Option(
      names = "--again",
      description = "Also what is known and done already, as if it came for the first time.")
  private boolean again;

  @Option(
      names = "--keep-words",
      description = "With --again: nothing is heard or read anew, only understood anew.")
  private boolean keepWords;

  ProcessCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    requireSense();
    IntakeOptions told = about.intake(environment);
    IntakeOptions options = again && !keepWords ? told.takingAnew() : told;
    Run run = new Run(environment, about.settings(environment), options, keepWords);
    Table table = ProcessedTable.empty();
    int failed =
        run.process(
            paths,
            line -> {
              if (json) {
                environment.terminal().json(line);
              } else {
                ProcessedTable.add(table, line);
              }
            });
    if (!json && !table.isEmpty()) {
      environment.terminal().print(table.text());
    }
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  private void requireSense() {
    if (keepWords && !again) {
      throw EarshotException.misconfigured("--keep-words goes with --again: give both or neither");
    }
    if (keepWords && about.namesModel()) {
      throw EarshotException.misconfigured(
          "--keep-words keeps what was heard, and --model hears anew: leave one out");
    }
  }
}
