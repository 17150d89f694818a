package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that were installed, each in a folder of its own with a manifest beside it. Safe for
 * several threads and processes: a model is there as a whole or not at all, and one that is
 * replaced stays until the new one is complete and has been tried.
 */
public final class ModelLibrary {
  static final String DOWNLOADS = ".downloads";
  private static final Logger LOG = LoggerFactory.getLogger(ModelLibrary.class);

  private final Path root;
  private final DefaultModels defaults;

  /** A library in a folder, which is made when the first model is installed. */
  public ModelLibrary(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.defaults = new DefaultModels(this.root);
  }

  /**
   * What is to be installed.
   *
   * @param source a model folder or its zip
   * @param name under which it is kept
   * @param language of a speech model; empty to take it from the name
   * @param origin where it came from, to be shown
   */
  public record Arrival(Path source, String name, Optional<String> language, String origin) {}

  /** Where files lie that are on their way into the library, also from one command to the next. */
  public Path downloads() {
    return root.resolve(DOWNLOADS);
  }

  /** A trial that leaves nothing but in this library, and for no longer than it takes. */
  public ModelTrial trial(Duration patience) {
    return new ProcessTrial(root, patience);
  }

  /** All models, by name. A manifest that can't be read is left out, with a line in the log. */
  public List<InstalledModel> all() {
    return manifests().stream()
        .map(manifest -> manifest.in(root))
        .sorted(Comparator.comparing(InstalledModel::name))
        .toList();
  }

  /** The model of a name. */
  public Optional<InstalledModel> find(String name) {
    return all().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** The speaker model that was installed last. */
  public Optional<InstalledModel> speakerModel() {
    return all().stream()
        .filter(model -> model.kind() == ModelKind.SPEAKER)
        .max(Comparator.comparing(InstalledModel::installedAt));
  }

  /**
   * Installs a model: unpacks or copies it aside, checks and tries it, and only then makes it the
   * one of its name. Whatever goes wrong, what was there before stays.
   *
   * @throws EarshotException of kind MISCONFIGURED when it is no model that can be used,
   *     UNAVAILABLE when another process installs one just now, EXHAUSTED when the disk is full
   */
  public InstalledModel install(Arrival arrival, ModelTrial trial) {
    return withLock(() -> new Shelving(root, arrival, trial).shelve());
  }

  /**
   * Takes a model away, with the copies that were tuned from it.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is none of the name
   */
  public void remove(String name) {
    InstalledModel model = find(name).orElseThrow(() -> unknown(name));
    withLock(
        () -> {
          Files.deleteIfExists(root.resolve(name + ModelManifest.ENDING));
          defaults.forget(name);
          new FileTree(model.folder()).delete();
          new Leftovers(root).remove();
          return name;
        });
  }

  /**
   * Compares a model with its manifest and tries it.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is none of the name, or it is not as
   *     it was installed, or does not work; UNAVAILABLE when another process changes the library
   */
  public ModelTrial.Result verify(String name, ModelTrial trial) {
    ModelManifest manifest =
        manifests().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    return withLock(() -> verified(manifest, trial));
  }

  private ModelTrial.Result verified(ModelManifest manifest, ModelTrial trial) {
    InstalledModel model = manifest.in(root);
    try {
      for (ModelManifest.ModelFile file : manifest.files()) {
        require(model, file);
      }
    } catch (IOException e) {
      throw changed(model.name(), "can't be read (%s)".formatted(e.getMessage()));
    }
    ModelLayout.requireAny(model.folder(), model.name());
    return trial.of(model.folder(), model.kind(), model.language());
  }

  private static void require(InstalledModel model, ModelManifest.ModelFile file)
      throws IOException {
    Path path = model.folder().resolve(file.path()).normalize();
    if (!path.startsWith(model.folder()) || !Files.isRegularFile(path)) {
      throw changed(model.name(), "lacks %s".formatted(file.path()));
    }
    if (!new FileTree(model.folder()).described(path).equals(file)) {
      throw changed(model.name(), "has another %s than was installed".formatted(file.path()));
    }
  }

  private static EarshotException changed(String name, String how) {
    return EarshotException.misconfigured("The model %s %s: install it again".formatted(name, how));
  }

  /** Makes an installed model the one of its language; names in settings go before. */
  public void use(String name) {
    InstalledModel model = find(name).orElseThrow(() -> unknown(name));
    withLock(
        () -> {
          defaults.set(model.language(), name);
          return name;
        });
  }

  /**
   * The installed model of a language: the one that was chosen, else the one that was there first.
   */
  Optional<InstalledModel> chosen(String language) {
    List<InstalledModel> candidates = speaking(language);
    Optional<String> name = defaults.of(language);
    return candidates.stream()
        .filter(model -> name.isPresent() && model.name().equals(name.get()))
        .findFirst()
        .or(() -> candidates.stream().min(Comparator.comparing(InstalledModel::installedAt)));
  }

  /** Whether somebody chose an installed model for a language. */
  boolean isChosen(String language) {
    Optional<String> name = defaults.of(language);
    return speaking(language).stream().anyMatch(model -> name.equals(Optional.of(model.name())));
  }

  /** All speech models of a language. */
  List<InstalledModel> speaking(String language) {
    return all().stream()
        .filter(model -> model.kind() == ModelKind.SPEECH && model.language().equals(language))
        .toList();
  }

  private EarshotException unknown(String name) {
    List<String> names = all().stream().map(InstalledModel::name).toList();
    return EarshotException.misconfigured(
        "No model named '%s' was installed; there are: %s"
            .formatted(name, names.isEmpty() ? "none" : String.join(", ", names)));
  }

  private List<ModelManifest> manifests() {
    List<ModelManifest> manifests = new ArrayList<>();
    for (Path file : entries()) {
      if (ModelManifest.isOne(file)) {
        try {
          manifests.add(ModelManifest.read(file));
        } catch (IOException e) {
          LOG.warn("{} is no manifest of a model: install it again ({})", file, e.getMessage());
        }
      }
    }
    return manifests;
  }

  private List<Path> entries() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      LOG.warn("{} can't be read: mend its rights ({})", root, e.getMessage());
      return List.of();
    }
  }

  /** Work that changes the library. */
  private interface Change<T> {
    T make() throws IOException;
  }

  private <T> T withLock(Change<T> change) {
    try (LibraryLock lock = LibraryLock.acquire(root)) {
      return change.make();
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written: check free disk and write permission (%s)".formatted(root, e), e);
    }
  }
}
