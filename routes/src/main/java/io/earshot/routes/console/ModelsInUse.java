package io.earshot.routes.console;

import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.asr.model.ModelChoice;
import io.earshot.asr.model.SpeechModel;
import io.earshot.console.operations.Operations;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import java.util.ArrayList;
import java.util.List;

/** What the settings chose for hearing and understanding. */
final class ModelsInUse {
  private static final String SHIPPED = "comes with Earshot";

  private final List<Operations.Model> all = new ArrayList<>();

  ModelsInUse(Home home, Settings settings) {
    ModelChoice choice = Models.speechChoice(home, settings);
    choice.languages().forEach(language -> speech(language, choice));
    for (String language : List.of("zh", "en")) {
      String name = EmbeddingModels.name(language);
      all.add(new Operations.Model("embedding", name, language, SHIPPED));
    }
    head("intent", settings.analysis().intentHead());
    head("emotion", settings.analysis().emotionHead());
  }

  private void speech(String language, ModelChoice choice) {
    try {
      SpeechModel model = choice.of(language);
      String detail =
          switch (model.origin()) {
            case SHIPPED -> SHIPPED;
            case INSTALLED -> "installed";
            case OWN -> model.source().toString();
          };
      all.add(new Operations.Model("speech", model.name(), language, detail));
    } catch (EarshotException e) {
      all.add(new Operations.Model("speech", "", language, e.getMessage()));
    }
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
