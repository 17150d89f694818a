package io.earshot.routes.cli;

import io.earshot.routes.service.Role;
import io.earshot.routes.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Starts everything on this machine, processes the samples and shows what it found.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--stay", description = "Stay up until Ctrl-C, as on a terminal.")
  private boolean stay;

  @Option(names = "--port", description = "HTTP port; 0 for a free one.", paramLabel = "N")
  private Optional<Integer> port = Optional.empty();

  DemoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = environment.terminal();
    long start = System.nanoTime();
    terminal.say("Starting Earshot with %s ...".formatted(environment.home().root()));
    var settings = port.map(environment.settings()::withPort).orElseGet(environment::settings);
    var roles = EnumSet.of(Role.TRANSCRIBE, Role.ANALYSE, Role.CONSOLE);
    try (Service service = environment.service(roles, settings)) {
      Table table = ProcessedTable.empty();
      int failed = process(service, table);
      terminal.print("");
      terminal.print(table.text());
      terminal.print("");
      terminal.print(
          "Done after %s. Ask for moments, for instance:"
              .formatted(
                  Durations.seconds(Duration.ofNanos(System.nanoTime() - start).toMillis())));
      examples().forEach(example -> terminal.print("  ./earshot search '" + example + "'"));
      service.awaitReady(roles);
      Invitation.tell(service, terminal::print);
      if (stay || terminal.interactive()) {
        terminal.print("Earshot stays up, so that searches answer at once. Ctrl-C ends it.");
        new CountDownLatch(1).await();
      }
      return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
    }
  }

  private int process(Service service, Table table) {
    Path samples = environment.home().checkout().resolve("samples");
    Run run = new Run(environment);
    return run.process(
        service,
        List.of(samples.resolve("calls"), samples.resolve("chats")),
        line -> {
          ProcessedTable.add(table, line);
          environment
              .terminal()
              .say(
                  "%s: %s in %s"
                      .formatted(line.source(), line.status(), Durations.seconds(line.wallMs())));
        });
  }

  private static List<String> examples() {
    return List.of(
        "speaker:customer supervisor",
        "\"cancel my\" OR ~\"wants to leave us\"",
        "emotion:anger channel:call",
        "退款 speaker:customer");
  }
}
