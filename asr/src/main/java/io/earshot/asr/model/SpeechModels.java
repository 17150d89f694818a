package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
  private static final String BUNDLED_LANGUAGE = "en";
  private static final String LIBRARY = "speech";

  private final Path bundled;
  private final Path installed;

  /**
   * Models under two folders; nothing is read yet.
   *
   * @param bundled holds the English model as shipped: an archive (.aar or .zip) or a model folder
   * @param installed holds the copies in use; it is made when needed and must be writable
   */
  public SpeechModels(Path bundled, Path installed) {
    this.bundled = bundled;
    this.installed = installed;
  }

  /** A model ready for the engine. */
  public record Installed(String name, Path folder) {}

  /** The writable folder, for other things that are unpacked once. */
  public Path installedFolder() {
    return installed;
  }

  /** The models that were installed. */
  public ModelLibrary library() {
    return new ModelLibrary(installed.resolve(LIBRARY));
  }

  /** The folder of the speaker model to use; empty when none is installed. */
  public Optional<Path> speakerModel() {
    return library().speakerModel().map(InstalledModel::folder);
  }

  /**
   * The tuned copy of a language's model, made by the first caller.
   *
   * @param own the user's model folder or archive; without it, the bundled one
   */
  public synchronized Installed install(String language, Optional<Path> own) {
    Path source = source(language, own);
    String name = name(source);
    try {
      Path folder = installed.resolve("%s-%s".formatted(name, fingerprint(source)));
      if (!Files.isDirectory(folder)) {
        ModelInstallation.of(source).into(folder);
      }
      return new Installed(name, folder);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "The speech model %s can't be installed to %s: check free disk and write permission (%s)"
              .formatted(name, installed, e.getMessage()),
          e);
    }
  }

  /** The model a language would use. */
  public Path source(String language, Optional<Path> own) {
    if (own.isPresent()) {
      if (!Files.exists(own.get())) {
        throw EarshotException.misconfigured(
            "The speech model %s for '%s' does not exist: correct languages.%s.model"
                .formatted(own.get(), language, language));
      }
      return own.get().toAbsolutePath().normalize();
    }
    if (!language.equals(BUNDLED_LANGUAGE)) {
      throw EarshotException.misconfigured(
          "There is no speech model for '%s': name a Vosk model folder under languages.%s.model"
              .formatted(language, language));
    }
    return bundledModel();
  }

  /** What a model is called: its folder's or archive's name. */
  public static String name(Path source) {
    return source.getFileName().toString().replaceAll("\\.(aar|zip)$", "");
  }

  private Path bundledModel() {
    if (ModelLayout.isModel(bundled)) {
      return bundled.toAbsolutePath().normalize();
    }
    try (Stream<Path> entries = Files.list(bundled)) {
      return entries
          .filter(entry -> ModelLayout.isArchive(entry) || ModelLayout.isModel(entry))
          .min(java.util.Comparator.naturalOrder())
          .orElseThrow(this::nothingBundled)
          .toAbsolutePath()
          .normalize();
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
    Path measured = Files.isDirectory(source) ? source.resolve(ModelLayout.ACOUSTIC_MODEL) : source;
    String identity =
        "%s|%d|%s|%s"
            .formatted(
                source,
                Files.size(measured),
                Files.getLastModifiedTime(measured),
                ModelTuning.VERSION);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
