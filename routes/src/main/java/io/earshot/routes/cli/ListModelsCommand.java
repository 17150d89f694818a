package io.earshot.routes.cli;

import io.earshot.asr.model.InstalledModel;
import io.earshot.asr.model.ModelChoice;
import io.earshot.asr.model.ModelKind;
import io.earshot.asr.model.PublishedModel;
import io.earshot.asr.model.SpeechModel;
import io.earshot.asr.model.SpeechModels;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.setup.Models;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "The models on this machine and which of them each language uses.",
    mixinStandardHelpOptions = true)
final class ListModelsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--json", description = "One object a line, one line a model.")
  private boolean json;

  @Option(
      names = "--available",
      description = "What Vosk's makers publish instead (setting models.list).")
  private boolean available;

  @Option(names = "--obsolete", description = "With --available: also those with a successor.")
  private boolean obsolete;

  @Option(names = "--language", description = "Of this language only, such as en or zh.")
  private Optional<String> language = Optional.empty();

  ListModelsCommand(Environment environment) {
    this.environment = environment;
  }

  /** A model of this machine, as scripts read it. */
  record Line(
      String name,
      String kind,
      String language,
      long bytes,
      int sampleRate,
      String origin,
      boolean used,
      String source) {}

  /** A published model, as scripts read it. */
  record PublishedLine(
      String name,
      String kind,
      String language,
      String languageName,
      long bytes,
      String type,
      boolean obsolete,
      boolean installed,
      String address) {}

  @Override
  public Integer call() {
    environment.home().create();
    if (available) {
      listPublished();
      return Commands.DONE;
    }
    return listOwn() ? Commands.DONE : Commands.SOME_FAILED;
  }

  /** Returns false when a language has no model where settings say. */
  private boolean listOwn() {
    SpeechModels models = Models.speech(environment.home());
    ModelChoice choice = Models.speechChoice(environment.home(), environment.settings());
    Table table = new Table("LANG", "NAME", "KIND", "SIZE", "RATE", "FROM", "USED");
    Set<SpeechModel> used = new HashSet<>();
    boolean whole = true;
    for (String spoken : choice.languages()) {
      try {
        used.add(choice.of(spoken));
      } catch (EarshotException e) {
        whole = false;
        environment.terminal().say("earshot: " + e.getMessage());
      }
    }
    for (SpeechModel model : choice.all()) {
      show(line(model, models, used.contains(model)), table);
    }
    Optional<InstalledModel> speakers = models.library().speakerModel();
    for (InstalledModel model : models.library().all()) {
      if (model.kind() == ModelKind.SPEAKER) {
        show(line(model, speakers.map(model::equals).orElse(false)), table);
      }
    }
    if (!json) {
      environment.terminal().print(table.text());
    }
    return whole;
  }

  private static Line line(SpeechModel model, SpeechModels models, boolean used) {
    return new Line(
        model.name(),
        ModelKind.SPEECH.code(),
        model.language(),
        model.bytes(),
        models.sampleRate(model),
        model.origin().code(),
        used,
        model.source().toString());
  }

  private static Line line(InstalledModel model, boolean used) {
    return new Line(
        model.name(),
        model.kind().code(),
        "",
        model.bytes(),
        model.sampleRate(),
        "installed",
        used,
        model.folder().toString());
  }

  private void show(Line line, Table table) {
    if (!wanted(line.language())) {
      return;
    }
    if (json) {
      environment.terminal().json(line);
      return;
    }
    table.row(
        line.language().isEmpty() ? "-" : line.language(),
        line.name(),
        line.kind(),
        size(line.bytes()),
        line.sampleRate() + " Hz",
        line.origin(),
        line.used() ? "yes" : "");
  }

  private void listPublished() {
    List<PublishedModel> published =
        new PublishedList(environment.settings().models()).read().all();
    Set<String> here = new HashSet<>();
    Models.speech(environment.home()).library().all().forEach(model -> here.add(model.name()));
    Table table = new Table("LANG", "NAME", "TYPE", "SIZE", "LANGUAGE", "INSTALLED");
    for (PublishedModel model : published) {
      if (wanted(model.language()) && (obsolete || !model.obsolete())) {
        show(model, here.contains(model.name()), table);
      }
    }
    if (!json) {
      environment.terminal().print(table.text());
    }
  }

  private void show(PublishedModel model, boolean installed, Table table) {
    if (json) {
      environment
          .terminal()
          .json(
              new PublishedLine(
                  model.name(),
                  model.kind().code(),
                  model.language(),
                  model.languageName(),
                  model.bytes(),
                  model.size(),
                  model.obsolete(),
                  installed,
                  model.address().toString()));
      return;
    }
    table.row(
        model.language().isEmpty() ? "-" : model.language(),
        model.name(),
        model.size(),
        size(model.bytes()),
        model.languageName(),
        installed ? "yes" : "");
  }

  private boolean wanted(String spoken) {
    return language.map(spoken::equals).orElse(true);
  }

  static String size(long bytes) {
    return bytes == 0 ? "-" : Math.max(1, bytes >> 20) + " MB";
  }
}
