package io.earshot.routes.console;

import io.earshot.analysis.AnalysisSettings;
import io.earshot.analysis.emotion.EmotionPack;
import io.earshot.analysis.intent.Intent;
import io.earshot.analysis.intent.IntentPack;
import io.earshot.console.review.Labels;
import io.earshot.conversation.Finding;
import java.nio.file.Path;
import java.util.List;

/** The names that the analysis knows. A head of the user's own may know others: any will do. */
public final class KnownLabels implements Labels {
  private final List<String> intents;
  private final List<String> emotions;

  private KnownLabels(List<String> intents, List<String> emotions) {
    this.intents = intents;
    this.emotions = emotions;
  }

  /**
   * Reads the names.
   *
   * @param config the folder with the packs of intents and emotions
   */
  public static KnownLabels read(Path config, AnalysisSettings settings) {
    return new KnownLabels(
        settings.intentHead().isEmpty() ? intents(config) : List.of(),
        settings.emotionHead().isEmpty() ? emotions(config) : List.of());
  }

  private static List<String> intents(Path config) {
    return IntentPack.load(config.resolve("intents")).intents().stream().map(Intent::name).toList();
  }

  private static List<String> emotions(Path config) {
    EmotionPack pack = EmotionPack.load(config.resolve("emotions"));
    return pack.byName().keySet().stream().filter(name -> pack.shownAs(name).equals(name)).toList();
  }

  @Override
  public List<String> of(String kind) {
    return switch (kind) {
      case Finding.INTENT -> intents;
      case Finding.EMOTION -> emotions;
      default -> List.of();
    };
  }
}
