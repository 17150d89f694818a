package io.earshot.routes.cli;

import io.earshot.console.Console;
import io.earshot.conversation.EarshotException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "reset-password",
    description =
        "Gives a user of the console a new password, shown once. Who may write the home's files"
            + " may do this, also while the service runs.",
    mixinStandardHelpOptions = true)
final class ResetPasswordCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "NAME", description = "Of the user.")
  private String name = "";

  ResetPasswordCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Path file = environment.home().console();
    if (!Files.exists(file)) {
      throw EarshotException.misconfigured(
          "The console has no users yet: 'earshot serve' makes the first one and shows the password");
    }
    String password = Console.resetPassword(file, environment.settings().console(), name);
    environment
        .terminal()
        .print(
            "%s: %s   (shown this once; to be changed at the next sign-in)"
                .formatted(name, password));
    return Commands.DONE;
  }
}
