package io.earshot.asr.model;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes the tuned copy of one model: complete under its name, or not there. */
final class ModelInstallation {
  // Everything the engine reads besides conf, which becomes a real copy.
  private static final List<String> SHARED = List.of("am", "graph", "ivector", "rescore", "rnnlm");

  private final Path source;

  private ModelInstallation(Path source) {
    this.source = source;
  }

  static ModelInstallation of(Path source) {
    return new ModelInstallation(source);
  }

  void into(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path temporary = Files.createTempDirectory(parent, ".model-");
    try {
      Path model = Files.isDirectory(source) ? link(temporary) : unpack(temporary);
      ModelTuning.apply(model);
      // Whoever comes second, another process say, finds the same model there and uses it.
      Files.move(model, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      ModelLayout.require(folder, folder.toString());
    } finally {
      delete(temporary);
    }
  }

  private Path link(Path temporary) throws IOException {
    ModelLayout.require(source, source.toString());
    Path model = Files.createDirectory(temporary.resolve("model"));
    for (String name : SHARED) {
      if (Files.isDirectory(source.resolve(name))) {
        linkOrCopy(source.resolve(name).toRealPath(), model.resolve(name));
      }
    }
    copy(source.resolve("conf"), model.resolve("conf"));
    return model;
  }

  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createSymbolicLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      copy(from, to); // Windows allows links to administrators only.
    }
  }

  private Path unpack(Path temporary) throws IOException {
    ModelArchive.unpack(source, temporary);
    try (Stream<Path> found = Files.walk(temporary, 4)) {
      Path model = found.filter(ModelLayout::isModel).findFirst().orElse(temporary);
      ModelLayout.require(model, source.toString());
      return model;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
