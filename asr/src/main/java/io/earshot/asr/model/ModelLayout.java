package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Vosk model folder looks like. */
final class ModelLayout {
  static final String ACOUSTIC_MODEL = "am/final.mdl";
  private static final List<String> REQUIRED =
      List.of(
          ACOUSTIC_MODEL, "conf/mfcc.conf", "conf/model.conf", "graph/phones/word_boundary.int");
  private static final String SPEAKER_NETWORK = "final.ext.raw";
  private static final List<String> REQUIRED_OF_SPEAKERS =
      List.of(SPEAKER_NETWORK, "mean.vec", "transform.mat", "mfcc.conf");
  private static final Pattern RATE = Pattern.compile("--sample-frequency=(\\d{4,6})");
  // Kaldi's own default.
  private static final int USUAL_RATE = 16_000;
  static final int LONGEST_CONFIGURATION = 1 << 16;

  private ModelLayout() {}

  /** Whether a folder is a speech model. */
  static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(ACOUSTIC_MODEL));
  }

  static boolean isSpeakerModel(Path folder) {
    return !isModel(folder) && Files.isRegularFile(folder.resolve(SPEAKER_NETWORK));
  }

  /** The file that makes a folder a model, and what kind of one. */
  static Path network(Path folder) {
    return folder.resolve(isSpeakerModel(folder) ? SPEAKER_NETWORK : ACOUSTIC_MODEL);
  }

  static boolean isAnyModel(Path folder) {
    return isModel(folder) || isSpeakerModel(folder);
  }

  static boolean isArchive(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".aar") || name.endsWith(".zip")) && Files.isRegularFile(file);
  }

  /** What a folder holds, by its files; refuses what the engine would fail on. */
  static ModelKind requireAny(Path folder, String name) {
    ModelKind kind = isSpeakerModel(folder) ? ModelKind.SPEAKER : ModelKind.SPEECH;
    require(folder, kind, name);
    return kind;
  }

  /** Refuses a folder that is no model of a kind. */
  static void require(Path folder, ModelKind kind, String name) {
    if (kind == ModelKind.SPEAKER) {
      requireFiles(folder, name, REQUIRED_OF_SPEAKERS);
    } else {
      require(folder, name);
    }
  }

  /** Refuses a folder that the engine would fail on, which it does by ending the process. */
  static void require(Path folder, String name) {
    requireFiles(folder, name, REQUIRED);
    boolean composed = Files.isRegularFile(folder.resolve("graph/HCLG.fst"));
    boolean lookAhead =
        Files.isRegularFile(folder.resolve("graph/HCLr.fst"))
            && Files.isRegularFile(folder.resolve("graph/Gr.fst"));
    if (!composed && !lookAhead) {
      throw broken(name, "graph/HCLG.fst or graph/HCLr.fst with graph/Gr.fst");
    }
  }

  private static void requireFiles(Path folder, String name, List<String> files) {
    for (String file : files) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw broken(name, file);
      }
    }
  }

  /** The rate of the sound that a model was trained on, in Hz. */
  static int sampleRate(Path folder) throws IOException {
    Path speech = folder.resolve("conf/mfcc.conf");
    Path features = Files.isRegularFile(speech) ? speech : folder.resolve("mfcc.conf");
    if (Files.size(features) > LONGEST_CONFIGURATION) {
      throw broken(folder.toString(), "a mfcc.conf of sensible length");
    }
    // Comments may be in any script and charset.
    return sampleRate(Files.readString(features, StandardCharsets.ISO_8859_1));
  }

  /** The rate that the text of a {@code mfcc.conf} tells, in Hz. */
  static int sampleRate(String text) {
    Matcher rate = RATE.matcher(text);
    return rate.find() ? Integer.parseInt(rate.group(1)) : USUAL_RATE;
  }

  private static EarshotException broken(String name, String missing) {
    return EarshotException.misconfigured(
        "%s is not a Vosk model that can be used: %s is missing; unpack the model's zip again and name"
                .formatted(name, missing)
            + " the folder that holds am, conf and graph");
  }
}
