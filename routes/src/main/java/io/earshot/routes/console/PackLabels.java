package io.earshot.routes.console;

import io.earshot.analysis.emotion.EmotionPack;
import io.earshot.analysis.intent.IntentPack;
import io.earshot.console.label.Label;
import io.earshot.console.label.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The titles in the files of intents and emotions. Read once: the analysis does so too. */
record PackLabels(List<Label> intents, List<Label> emotions) implements Labels {

  /** Reads the folder that operators edit. */
  static PackLabels read(Path config) {
    EmotionPack emotions = EmotionPack.load(config.resolve("emotions"));
    return new PackLabels(
        IntentPack.load(config.resolve("intents")).intents().stream()
            .map(intent -> label(intent.name(), intent.title(), null))
            .toList(),
        emotions.shown().stream()
            .map(name -> label(name, emotions.title(name), emotions.valence(name)))
            .toList());
  }

  private static Label label(String name, Map<String, String> title, Double valence) {
    return new Label(name, title.getOrDefault("en", name), title.getOrDefault("zh", name), valence);
  }
}
