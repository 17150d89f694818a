package io.earshot.routes.cli;

import io.earshot.asr.model.ModelLibrary;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import java.util.ArrayList;
import java.util.List;
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
    List<String> places = namedBy(environment.settings());
    if (!places.isEmpty()) {
      throw EarshotException.misconfigured(
          "%s is named by %s: change the settings first"
              .formatted(name, String.join(" and ", places)));
    }
  }

  /** Whoever comes by such a setting would find no model, and its calls would be set aside. */
  private List<String> namedBy(Settings settings) {
    List<String> places = new ArrayList<>();
    settings
        .speech()
        .models()
        .forEach(
            (language, wish) -> {
              if (wish.equals(name)) {
                places.add("speech.languages.%s.model".formatted(language));
              }
            });
    if (settings.ingest().model().equals(name)) {
      places.add("ingest.model");
    }
    settings.sources().stream()
        .filter(source -> source.ingest().model().equals(name))
        .forEach(source -> places.add("the source '%s'".formatted(source.name())));
    return places;
  }
}
