package io.earshot.routes.cli;

import io.earshot.asr.model.InstalledModel;
import io.earshot.asr.model.ModelKind;
import io.earshot.asr.model.ModelLibrary;
import io.earshot.asr.model.ModelOrigin;
import io.earshot.asr.model.ModelTrial;
import io.earshot.asr.model.SpeechModel;
import io.earshot.asr.model.SpeechModels;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.setup.Models;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = {
      "Looks whether models are as they were installed, and tries each on a clip. Without a name all",
      "of this machine."
    },
    mixinStandardHelpOptions = true)
final class VerifyModelsCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Models.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "One object a line, one line a model.")
  private boolean json;

  VerifyModelsCommand(Environment environment) {
    this.environment = environment;
  }

  /** What was found, as scripts read it. */
  record Line(String name, boolean ok, int wordsInClip, String reason) {}

  @Override
  public Integer call() {
    environment.home().create();
    Map<String, Supplier<ModelTrial.Result>> checks = checks();
    int failed = 0;
    for (String name : names.isEmpty() ? List.copyOf(checks.keySet()) : names) {
      if (!checks.containsKey(name)) {
        throw EarshotException.misconfigured(
            "There is no model named '%s'; there are: %s"
                .formatted(name, String.join(", ", checks.keySet())));
      }
      environment.terminal().status("%s: verifying".formatted(name));
      Line line = line(name, checks.get(name));
      failed += line.ok() ? 0 : 1;
      print(line);
    }
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  /** Installed models have a manifest to compare with; the others can only be tried. */
  private Map<String, Supplier<ModelTrial.Result>> checks() {
    SpeechModels models = Models.speech(environment.home());
    ModelLibrary library = models.library();
    ModelTrial trial = library.trial(environment.settings().models().trial());
    Map<String, Supplier<ModelTrial.Result>> checks = new LinkedHashMap<>();
    for (SpeechModel model :
        Models.speechChoice(environment.home(), environment.settings()).all()) {
      if (model.origin() != ModelOrigin.INSTALLED) {
        checks.put(
            model.name(), () -> trial.of(models.ready(model), ModelKind.SPEECH, model.language()));
      }
    }
    for (InstalledModel model : library.all()) {
      checks.put(model.name(), () -> library.verify(model.name(), trial));
    }
    return checks;
  }

  private static Line line(String name, Supplier<ModelTrial.Result> check) {
    try {
      return new Line(name, true, check.get().words(), "");
    } catch (EarshotException e) {
      return new Line(name, false, 0, e.getMessage());
    }
  }

  private void print(Line line) {
    if (json) {
      environment.terminal().json(line);
    } else {
      environment
          .terminal()
          .print(
              line.ok()
                  ? "ok   %s".formatted(line.name())
                  : "BAD  %s: %s".formatted(line.name(), line.reason()));
    }
  }
}
