package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One installation. The model gets a folder of its own under a new name; the manifest that names it
 * is written last and replaces the earlier one in one step. Only for who holds the library's lock.
 */
final class Shelving {
  private final Path library;
  private final ModelLibrary.Arrival arrival;
  private final ModelTrial trial;

  Shelving(Path library, ModelLibrary.Arrival arrival, ModelTrial trial) {
    this.library = library;
    this.arrival = arrival;
    this.trial = trial;
  }

  InstalledModel shelve() throws IOException {
    String name = ModelName.require(arrival.name());
    new Leftovers(library).remove();
    Path temporary = Files.createTempDirectory(library, ".arriving-");
    try {
      ModelManifest manifest = described(name, unpacked(temporary));
      trial.of(library.resolve(manifest.folder()), manifest.kind(), manifest.language());
      new WholeFile(library.resolve(name + ModelManifest.ENDING)).write(manifest.bytes());
      return manifest.in(library);
    } finally {
      new FileTree(temporary).delete();
      new Leftovers(library).remove(); // an earlier model of the name, or what was refused
    }
  }

  private Path unpacked(Path temporary) throws IOException {
    Path source = arrival.source();
    if (Files.isDirectory(source)) {
      Path copy = temporary.resolve("model");
      ModelLayout.requireAny(source, source.toString());
      DiskRoom.require(library, new FileTree(source).bytes(), "copying " + source);
      new FileTree(source).copyTo(copy);
      return copy;
    }
    if (!Files.isRegularFile(source)) {
      throw EarshotException.misconfigured(
          "%s is neither a model folder nor its zip".formatted(source));
    }
    return new ModelArchive(source).unpack(temporary.resolve("unpacked"));
  }

  private ModelManifest described(String name, Path model) throws IOException {
    ModelKind kind = ModelLayout.requireAny(model, arrival.source().toString());
    String language = kind == ModelKind.SPEAKER ? "" : language(name);
    Path folder = Files.createTempDirectory(library, name + "-");
    // An empty folder is replaced by the full one.
    Files.move(model, folder, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new ModelManifest(
        name,
        kind,
        language,
        folder.getFileName().toString(),
        ModelLayout.sampleRate(folder),
        arrival.origin(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        new FileTree(folder).secured());
  }

  private String language(String name) {
    return arrival
        .language()
        .map(ModelLanguage::of)
        .or(() -> ModelLanguage.inName(name))
        .orElseThrow(
            () ->
                EarshotException.misconfigured(
                    "The name %s does not tell the language: name it with --language"
                        .formatted(name)));
  }
}
