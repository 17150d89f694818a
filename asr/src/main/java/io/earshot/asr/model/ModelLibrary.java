package io.earshot.asr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * replaced stays until the new one is complete.
 */
public final class ModelLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(ModelLibrary.class);

  private final Path root;

  /** A library in a folder, which is made when the first model is installed. */
  public ModelLibrary(Path root) {
    this.root = root.toAbsolutePath().normalize();
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

  private List<ModelManifest> manifests() {
    List<ModelManifest> manifests = new ArrayList<>();
    for (Path file : entries()) {
      if (file.getFileName().toString().endsWith(ModelManifest.ENDING)) {
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
}
