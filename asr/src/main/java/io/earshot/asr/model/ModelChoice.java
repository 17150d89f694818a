package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which speech model is used for what: first what settings say of a language, then what was made
 * its default at installation, then the model that comes with Earshot, then what was installed
 * first. Looked up anew each time, so that what is installed meanwhile counts. Thread-safe.
 */
public final class ModelChoice {
  private final SpeechModels models;
  private final Map<String, String> wished;

  /**
   * A choice.
   *
   * @param wished by settings: language to the name of a model, or the path of a user's own
   */
  public ModelChoice(SpeechModels models, Map<String, String> wished) {
    this.models = models;
    this.wished = Map.copyOf(wished);
  }

  /** The languages that have a model. */
  public SortedSet<String> languages() {
    SortedSet<String> languages = new TreeSet<>(wished.keySet());
    languages.add(SpeechModels.BUNDLED_LANGUAGE);
    models.library().all().stream()
        .filter(model -> model.kind() == ModelKind.SPEECH)
        .forEach(model -> languages.add(model.language()));
    return languages;
  }

  /**
   * The model of a language.
   *
   * @param tag such as {@code zh} or {@code zh-CN}
   * @throws EarshotException of kind MISCONFIGURED when there is none, or it is not where settings
   *     say
   */
  public SpeechModel of(String tag) {
    String language = known(tag);
    String wish = wished.get(language);
    if (wish != null) {
      return wish(language, wish);
    }
    boolean shipped = language.equals(SpeechModels.BUNDLED_LANGUAGE);
    return models
        .library()
        .chosen(language)
        .filter(model -> !shipped || models.library().isChosen(language))
        .map(ModelChoice::installed)
        .or(() -> shipped ? Optional.of(models.shipped()) : Optional.empty())
        .orElseThrow(() -> noModel(language));
  }

  /**
   * The model of a name.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is none
   */
  public SpeechModel named(String name) {
    return named(name, all()).orElseThrow(() -> unknown(name));
  }

  /** Whether there is a model of a name. */
  public boolean has(String name) {
    return named(name, all()).isPresent();
  }

  private static Optional<SpeechModel> named(String name, List<SpeechModel> models) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** The smallest model of a language, which is enough to tell whether it is spoken. */
  public SpeechModel smallest(String language) {
    return all().stream()
        .filter(model -> model.language().equals(language))
        .min(Comparator.comparingLong(SpeechModel::bytes))
        .orElseGet(() -> of(language));
  }

  /** Every model that can be used, by language and name; what settings name wrongly is left out. */
  public List<SpeechModel> all() {
    List<SpeechModel> all = new ArrayList<>();
    wished.forEach(
        (language, wish) -> {
          if (find(wish).isEmpty()) {
            path(wish).map(path -> own(language, path)).ifPresent(all::add);
          }
        });
    shipped().ifPresent(all::add);
    speech().map(ModelChoice::installed).forEach(all::add);
    all.sort(Comparator.comparing(SpeechModel::language).thenComparing(SpeechModel::name));
    return all;
  }

  private Optional<SpeechModel> shipped() {
    try {
      return Optional.of(models.shipped());
    } catch (EarshotException e) {
      return Optional.empty(); // told where it is asked for
    }
  }

  private Stream<InstalledModel> speech() {
    return models.library().all().stream().filter(model -> model.kind() == ModelKind.SPEECH);
  }

  /** A model by its name among those that were installed or shipped. */
  private Optional<SpeechModel> find(String name) {
    return named(
        name, Stream.concat(speech().map(ModelChoice::installed), shipped().stream()).toList());
  }

  private SpeechModel wish(String language, String wish) {
    return find(wish)
        .map(
            model -> new SpeechModel(wish, language, model.source(), model.origin(), model.bytes()))
        .or(() -> path(wish).map(path -> own(language, path)))
        .orElseThrow(
            () ->
                EarshotException.misconfigured(
                    "The speech model %s for '%s' does not exist: correct languages.%s.model to a path or one of %s"
                        .formatted(wish, language, language, names())));
  }

  private static Optional<Path> path(String wish) {
    try {
      return Optional.of(Path.of(wish).toAbsolutePath().normalize()).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static SpeechModel own(String language, Path path) {
    return new SpeechModel(
        SpeechModels.name(path), language, path, ModelOrigin.OWN, SpeechModels.bytes(path));
  }

  private static SpeechModel installed(InstalledModel model) {
    return new SpeechModel(
        model.name(), model.language(), model.folder(), ModelOrigin.INSTALLED, model.bytes());
  }

  /** The tag itself when it has a model, else its language without region and script. */
  private String known(String tag) {
    SortedSet<String> languages = languages();
    String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return languages.contains(tag) || !languages.contains(primary) ? tag : primary;
  }

  private String names() {
    return all().stream().map(SpeechModel::name).collect(Collectors.joining(", "));
  }

  private EarshotException unknown(String name) {
    return EarshotException.misconfigured(
        "There is no speech model named '%s'; there are: %s. See 'earshot models install'"
            .formatted(name, names()));
  }

  private EarshotException noModel(String language) {
    return EarshotException.misconfigured(
        "There is no speech model for '%s'; there are models for %s. Install one ('earshot models install'), or name a Vosk model folder under languages.%s.model"
            .formatted(language, String.join(", ", languages()), language));
  }
}
