package io.earshot.routes.cli;

import io.earshot.asr.model.InstalledModel;
import io.earshot.asr.model.ModelKind;
import io.earshot.asr.model.ModelLibrary;
import io.earshot.asr.model.ModelTrial;
import io.earshot.asr.model.SpeechModel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.routes.setup.Models;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "install",
    description = {
      "Gets a Vosk model, checks it, tries it on a clip and puts it beside the others. When anything",
      "is wrong with it, what was there before stays. A download that was cut off goes on next time."
    },
    mixinStandardHelpOptions = true)
final class InstallModelCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      paramLabel = "NAME|URL|PATH",
      description =
          "A published model ('models list --available'), the address of a zip, a zip or a folder.")
  private String what = "";

  @Option(names = "--json", description = "One object about the installed model.")
  private boolean json;

  @Option(names = "--language", description = "What it hears, such as en or zh.")
  private Optional<String> language = Optional.empty();

  @Option(names = "--name", description = "Under which it is kept; that of its file by default.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--sha256", paramLabel = "DIGITS", description = "What the zip must come to.")
  private Optional<String> sha256 = Optional.empty();

  @Option(names = "--md5", paramLabel = "DIGITS", description = "What the zip must come to.")
  private Optional<String> md5 = Optional.empty();

  @Option(
      names = "--default",
      description = "Its language uses it from now on, unless settings name another.")
  private boolean preferred;

  InstallModelCommand(Environment environment) {
    this.environment = environment;
  }

  /** What was installed, as scripts read it. */
  record Line(
      String name,
      String kind,
      String language,
      long bytes,
      int sampleRate,
      String origin,
      int wordsInClip,
      boolean used) {}

  @Override
  public Integer call() {
    environment.home().create();
    ModelLibrary library = Models.speech(environment.home()).library();
    ModelTrial trial = library.trial(environment.settings().models().trial());
    Terminal terminal = environment.terminal();
    ModelTrial.Result[] heard = new ModelTrial.Result[1];
    ModelTrial told =
        (folder, kind, spoken) -> {
          terminal.status("%s: trying it".formatted(what));
          heard[0] = trial.of(folder, kind, spoken);
          return heard[0];
        };
    ModelParcel parcel = parcel(library);
    terminal.status("%s: unpacking".formatted(parcel.arrival().name()));
    InstalledModel model = installed(library, parcel, told);
    if (preferred && model.kind() == ModelKind.SPEECH) {
      library.use(model.name());
    }
    print(model, heard[0]);
    return Commands.DONE;
  }

  /** What can't be used is thrown away; what only finds no room now is kept for the next try. */
  private static InstalledModel installed(
      ModelLibrary library, ModelParcel parcel, ModelTrial trial) {
    try {
      InstalledModel model = library.install(parcel.arrival(), trial);
      parcel.putAway().run();
      return model;
    } catch (EarshotException e) {
      if (e.kind() == ErrorKind.MISCONFIGURED) {
        parcel.putAway().run();
      }
      throw e;
    }
  }

  private ModelParcel parcel(ModelLibrary library) {
    return new ModelDelivery(
            environment.settings().models(), library.downloads(), environment.terminal())
        .get(what, new ModelDelivery.Wishes(name, language, sha256, md5));
  }

  private void print(InstalledModel model, ModelTrial.Result heard) {
    boolean used = isUsed(model);
    if (json) {
      environment
          .terminal()
          .json(
              new Line(
                  model.name(),
                  model.kind().code(),
                  model.language(),
                  model.bytes(),
                  model.sampleRate(),
                  model.origin(),
                  heard.words(),
                  used));
      return;
    }
    environment
        .terminal()
        .print(
            "Installed %s (%s, %s). %s"
                .formatted(
                    model.name(),
                    ListModelsCommand.size(model.bytes()),
                    tried(model, heard),
                    use(model, used)));
  }

  private static String tried(InstalledModel model, ModelTrial.Result heard) {
    if (model.kind() == ModelKind.SPEAKER) {
      return "it loads";
    }
    if (!heard.clip()) {
      return "it works; there is no clip in its language to hear";
    }
    return heard.words() == 0
        ? "it works, but heard no word in the clip: listen to its first calls"
        : "it heard %d words in the clip".formatted(heard.words());
  }

  private boolean isUsed(InstalledModel model) {
    if (model.kind() == ModelKind.SPEAKER) {
      return true;
    }
    SpeechModel chosen =
        Models.speechChoice(environment.home(), environment.settings()).of(model.language());
    return chosen.source().equals(model.folder());
  }

  private String use(InstalledModel model, boolean used) {
    if (model.kind() == ModelKind.SPEAKER) {
      return "Calls on one track use it to tell voices apart.";
    }
    return used
        ? "Recordings in '%s' use it.".formatted(model.language())
        : "Recordings in '%s' use another one: choose it with --model, for a source with 'model', or install it with --default."
            .formatted(model.language());
  }
}
