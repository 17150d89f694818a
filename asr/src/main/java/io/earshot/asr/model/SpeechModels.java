package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where speech models lie.
 *
 * <p>Every model that is used gets a copy of its own under the installed folder, tuned for speed
 * and repeatable results; what was shipped and what the user owns is never changed. Thread-safe,
 * also between processes: a copy appears complete or not at all.
 */
public final class SpeechModels {
  static final String BUNDLED_LANGUAGE = "en";
  private static final String LIBRARY = "speech";

  private final Path bundled;
  private final Path installed;
  private final ModelLibrary library;

  /**
   * Models under two folders; nothing is read yet.
   *
   * @param bundled holds the English model as shipped: an archive (.aar or .zip) or a model folder
   * @param installed holds the copies in use and the library of installed models; it is made when
   *     needed and must be writable
   */
  public SpeechModels(Path bundled, Path installed) {
    this.bundled = bundled;
    this.installed = installed;
    this.library = new ModelLibrary(installed.resolve(LIBRARY));
  }

  /** The writable folder, for other things that are unpacked once. */
  public Path installedFolder() {
    return installed;
  }

  /** The models that were installed. */
  public ModelLibrary library() {
    return library;
  }

  /** The folder of the speaker model to use; empty when none is installed. */
  public Optional<Path> speakerModel() {
    return library.speakerModel().map(InstalledModel::folder);
  }

  /**
   * The folder of a model's tuned copy, which the engine loads; made by the first caller.
   *
   * @throws EarshotException of kind MISCONFIGURED when it is no model, EXHAUSTED when the copy
   *     can't be written
   */
  public Path ready(SpeechModel model) {
    return ready(model.name(), model.source(), ModelKind.SPEECH);
  }

  /** The same for the speaker model to use; empty when none is installed. */
  public Optional<Path> readySpeakers() {
    return speakerModel().map(folder -> ready(name(folder), folder, ModelKind.SPEAKER));
  }

  private synchronized Path ready(String name, Path source, ModelKind kind) {
    try {
      Path folder = installed.resolve("%s-%s".formatted(name, fingerprint(source)));
      if (!Files.isDirectory(folder)) {
        ModelInstallation.of(source, kind).into(folder);
      }
      return folder;
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "The speech model %s can't be installed to %s: check free disk and write permission (%s)"
              .formatted(name, installed, e.getMessage()),
          e);
    }
  }

  /** The rate in Hz of the sound that a model was trained on; 0 when it can't be told. */
  public int sampleRate(SpeechModel model) {
    try {
      return Files.isDirectory(model.source())
          ? ModelLayout.sampleRate(model.source())
          : new ModelArchive(model.source()).sampleRate();
    } catch (IOException | EarshotException e) {
      return 0;
    }
  }

  /** What a model is called: its folder's or archive's name. */
  static String name(Path source) {
    return source.getFileName().toString().replaceAll("\\.(aar|zip)$", "");
  }

  /** The English model that comes with Earshot. */
  SpeechModel shipped() {
    Path source = bundledModel().toAbsolutePath().normalize();
    return new SpeechModel(
        name(source), BUNDLED_LANGUAGE, source, ModelOrigin.SHIPPED, bytes(source));
  }

  /** Of a folder all files together; 0 when it can't be told. */
  static long bytes(Path source) {
    try {
      return Files.isDirectory(source) ? new FileTree(source).bytes() : Files.size(source);
    } catch (IOException e) {
      return 0;
    }
  }

  private Path bundledModel() {
    if (ModelLayout.isModel(bundled)) {
      return bundled;
    }
    try (Stream<Path> entries = Files.list(bundled)) {
      return entries
          .filter(entry -> ModelLayout.isArchive(entry) || ModelLayout.isModel(entry))
          .min(java.util.Comparator.naturalOrder())
          .orElseThrow(this::nothingBundled);
    } catch (IOException e) {
      throw nothingBundled();
    }
  }

  private EarshotException nothingBundled() {
    return EarshotException.misconfigured(
        "The English speech model is missing from %s: build Earshot again".formatted(bundled));
  }

  // Another file of the same name, or other tuning, gets another copy.
  private static String fingerprint(Path source) throws IOException {
    Path measured = Files.isDirectory(source) ? ModelLayout.network(source) : source;
    if (!Files.exists(measured)) {
      ModelLayout.require(source, source.toString());
    }
    String identity =
        "%s|%d|%s|%s"
            .formatted(
                source,
                Files.size(measured),
                Files.getLastModifiedTime(measured),
                ModelTuning.VERSION);
    byte[] digest = FileTree.sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 6);
  }
}
