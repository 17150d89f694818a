package io.earshot.asr.model;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes the tuned copy of one model: complete under its name, or not there. */
final class ModelInstallation {
  // Everything the engine reads besides conf, which becomes a real copy.
  private static final List<String> SHARED = List.of("am", "graph", "ivector", "rescore", "rnnlm");

  private final Path source;
  private final ModelKind kind;

  private ModelInstallation(Path source, ModelKind kind) {
    this.source = source;
    this.kind = kind;
  }

  /** Of a model that must be of this kind. */
  static ModelInstallation of(Path source, ModelKind kind) {
    return new ModelInstallation(source, kind);
  }

  void into(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path temporary = Files.createTempDirectory(parent, ".model-");
    try {
      Path model = copy(temporary.resolve("model"), temporary);
      ModelTuning.apply(model);
      // Whoever comes second, another process say, finds the same model there and uses it.
      Files.move(model, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      ModelLayout.require(folder, kind, folder.toString());
    } finally {
      new FileTree(temporary).delete();
    }
  }

  private Path copy(Path model, Path temporary) throws IOException {
    if (!Files.isDirectory(source)) {
      return unpack(temporary);
    }
    ModelLayout.require(source, kind, source.toString());
    if (kind == ModelKind.SPEAKER) {
      new FileTree(source).copyTo(model); // some megabytes
      return model;
    }
    return link(Files.createDirectory(model));
  }

  private Path link(Path model) throws IOException {
    for (String name : SHARED) {
      if (Files.isDirectory(source.resolve(name))) {
        linkOrCopy(source.resolve(name).toRealPath(), model.resolve(name));
      }
    }
    new FileTree(source.resolve("conf")).copyTo(model.resolve("conf"));
    return model;
  }

  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createSymbolicLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      new FileTree(from).copyTo(to); // Windows allows links to administrators only.
    }
  }

  private Path unpack(Path temporary) throws IOException {
    Path model = new ModelArchive(source).unpack(temporary);
    ModelLayout.require(model, source.toString());
    return model;
  }
}
