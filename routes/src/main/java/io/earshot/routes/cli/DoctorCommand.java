package io.earshot.routes.cli;

import io.earshot.conversation.CheckResult;
import io.earshot.routes.service.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Looks for what is wrong with this machine, and says how to mend it.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--json", description = "One object a line, one line a check.")
  private boolean json;

  DoctorCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Terminal terminal = environment.terminal();
    List<CheckResult> results = new Doctor(environment.home()).examine(terminal);
    for (CheckResult result : results) {
      if (json) {
        terminal.json(result);
      } else {
        terminal.print(
            "%-4s %-14s %s".formatted(result.ok() ? "ok" : "BAD", result.name(), result.detail()));
      }
    }
    long bad = results.stream().filter(result -> !result.ok()).count();
    if (bad > 0) {
      terminal.say("%d of %d checks failed.".formatted(bad, results.size()));
    }
    return bad == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }
}
