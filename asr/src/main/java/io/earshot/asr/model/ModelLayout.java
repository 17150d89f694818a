package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a Vosk model folder looks like. */
final class ModelLayout {
  static final String ACOUSTIC_MODEL = "am/final.mdl";
  private static final List<String> REQUIRED =
      List.of(
          ACOUSTIC_MODEL, "conf/mfcc.conf", "conf/model.conf", "graph/phones/word_boundary.int");

  private ModelLayout() {}

  static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(ACOUSTIC_MODEL));
  }

  static boolean isArchive(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".aar") || name.endsWith(".zip")) && Files.isRegularFile(file);
  }

  /** Refuses a folder that the engine would fail on, which it does by ending the process. */
  static void require(Path folder, String name) {
    for (String file : REQUIRED) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw broken(name, file);
      }
    }
    boolean composed = Files.isRegularFile(folder.resolve("graph/HCLG.fst"));
    boolean lookAhead =
        Files.isRegularFile(folder.resolve("graph/HCLr.fst"))
            && Files.isRegularFile(folder.resolve("graph/Gr.fst"));
    if (!composed && !lookAhead) {
      throw broken(name, "graph/HCLG.fst or graph/HCLr.fst with graph/Gr.fst");
    }
  }

  private static EarshotException broken(String name, String missing) {
    return EarshotException.misconfigured(
        "%s is not a Vosk model that can be used: %s is missing; unpack the model's zip again and name"
                .formatted(name, missing)
            + " the folder that holds am, conf and graph");
  }
}
