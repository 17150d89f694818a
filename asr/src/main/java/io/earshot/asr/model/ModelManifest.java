package io.earshot.asr.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What was installed under a name, as its file in the library tells it. The file is what makes a
 * model installed: it is written last and replaced as a whole.
 *
 * @param folder name of the folder in the library that holds the model
 * @param installedAt in ISO 8601
 * @param files all of them, with their digests
 */
record ModelManifest(
    String name,
    ModelKind kind,
    String language,
    String folder,
    int sampleRate,
    String origin,
    String installedAt,
    List<ModelFile> files) {
  static final String ENDING = ".json";
  private static final long MOST_BYTES = 4L << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * One file of a model.
   *
   * @param path in the model, with slashes
   * @param sha256 in hexadecimal digits
   */
  record ModelFile(String path, long size, String sha256) {}

  ModelManifest {
    files = List.copyOf(files);
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException when it is none
   */
  static ModelManifest read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it is larger than a manifest can be");
    }
    try {
      ModelManifest manifest = JSON.readValue(Files.readAllBytes(file), ModelManifest.class);
      Instant.parse(manifest.installedAt());
      String stem = ModelManifest.stem(file);
      if (!manifest.name().equals(stem)
          || !manifest.folder().startsWith(stem)
          || !ModelName.isPlain(manifest.folder())
          || manifest.kind() == null
          || manifest.language() == null) {
        throw new IOException("it does not fit its name");
      }
      return manifest;
    } catch (NullPointerException | java.time.DateTimeException e) {
      throw new IOException("it lacks a part", e);
    }
  }

  /** Whether a file of the library is one, by its name. */
  static boolean isOne(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING) && !name.startsWith(".");
  }

  /** The name of the model that a manifest's file tells. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  byte[] bytes() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  InstalledModel in(Path library) {
    return new InstalledModel(
        name,
        kind,
        language,
        library.resolve(folder),
        sampleRate,
        files.stream().mapToLong(ModelFile::size).sum(),
        origin,
        Instant.parse(installedAt));
  }
}
