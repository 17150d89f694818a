package io.earshot.routes.console;

import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.console.operations.Operations;
import io.earshot.routes.setup.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the settings chose for hearing and understanding. */
final class ModelsInUse {
  private static final String SHIPPED = "comes with Earshot";

  private final List<Operations.Model> all = new ArrayList<>();

  ModelsInUse(Settings settings) {
    settings.speech().models().forEach(this::speech);
    String spoken = settings.speech().language();
    if (!settings.speech().models().containsKey(spoken)) {
      all.add(new Operations.Model("speech", "vosk-model-" + spoken, spoken, SHIPPED));
    }
    for (String language : List.of("zh", "en")) {
      String name = EmbeddingModels.name(language);
      all.add(new Operations.Model("embedding", name, language, SHIPPED));
    }
    head("intent", settings.analysis().intentHead());
    head("emotion", settings.analysis().emotionHead());
  }

  private void speech(String language, Path path) {
    all.add(
        new Operations.Model(
            "speech", path.getFileName().toString(), language, path.toAbsolutePath().toString()));
  }

  private void head(String task, String name) {
    boolean own = !name.isEmpty();
    String detail = own ? task + ", trained on labels of this house" : task + ", " + SHIPPED;
    all.add(new Operations.Model("head", own ? name : task, "", detail));
  }

  List<Operations.Model> all() {
    return all;
  }
}
