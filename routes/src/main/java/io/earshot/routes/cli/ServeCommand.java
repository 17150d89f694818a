package io.earshot.routes.cli;

import io.earshot.routes.service.Role;
import io.earshot.routes.service.Service;
import io.earshot.routes.setup.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description =
        "Runs the service: watches the sources, works, and serves HTTP, until it is ended.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--port", description = "HTTP port; 0 for a free one.", paramLabel = "N")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--roles",
      description = "What this machine does: intake,transcribe,analyse,console. Default: all.")
  private Optional<String> roles = Optional.empty();

  ServeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    long start = System.nanoTime();
    Set<Role> served = roles.map(Role::parse).orElseGet(Role::all);
    Settings settings = port.map(environment.settings()::withPort).orElseGet(environment::settings);
    Terminal terminal = environment.terminal();
    terminal.say("Starting Earshot with %s ...".formatted(environment.home().root()));
    try (Service service = environment.service(served, settings)) {
      service.awaitReady(served);
      double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
      terminal.say(
          "Ready after %.1f s. Reading %d source%s."
              .formatted(
                  seconds, settings.sources().size(), settings.sources().size() == 1 ? "" : "s"));
      Invitation.tell(service, terminal::say);
      terminal.say("Ctrl-C ends it; what is not finished goes on at the next start.");
      new CountDownLatch(1).await();
    }
    return Commands.DONE;
  }
}
