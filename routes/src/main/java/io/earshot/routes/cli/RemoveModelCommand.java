package io.earshot.routes.cli;

import io.earshot.asr.model.ModelLibrary;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.setup.Models;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = "Takes away a model that was installed. What it heard stays.",
    mixinStandardHelpOptions = true)
final class RemoveModelCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "NAME", description = "The model.")
  private String name = "";

  @Option(names = "--json", description = "One object.")
  private boolean json;

  RemoveModelCommand(Environment environment) {
    this.environment = environment;
  }

  /** What was done, as scripts read it. */
  record Line(String name, boolean removed) {}

  @Override
  public Integer call() {
    environment.home().create();
    requireUnnamed();
    ModelLibrary library = Models.speech(environment.home()).library();
    library.remove(name);
    if (json) {
      environment.terminal().json(new Line(name, true));
    } else {
      environment.terminal().print("Removed %s.".formatted(name));
    }
    return Commands.DONE;
  }

  private void requireUnnamed() {
    environment.settings().speech().models().entrySet().stream()
        .filter(wish -> wish.getValue().equals(name))
        .findFirst()
        .ifPresent(
            wish -> {
              throw EarshotException.misconfigured(
                  "speech.languages.%s.model names %s: change the settings first"
                      .formatted(wish.getKey(), name));
            });
  }
}
