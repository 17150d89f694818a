package io.earshot.analysis;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.emotion.EmotionPack;
import io.earshot.analysis.emotion.LearnedEmotions;
import io.earshot.analysis.emotion.OwnFeelings;
import io.earshot.analysis.intent.LearnedIntents;
import io.earshot.analysis.learning.Head;
import io.earshot.analysis.learning.HeadVersions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The heads that users trained on their own labels, and settings chose; each speaks for the
 * language that it was trained on, the shipped models for the other.
 */
public record OwnHeads(Optional<Head> intents, Optional<Head> emotions) {
  public static final OwnHeads NONE = new OwnHeads(Optional.empty(), Optional.empty());

  /**
   * Opens the newest versions of the heads that the settings name.
   *
   * @param models the folder that holds trained heads, by task
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED when one is missing,
   *     damaged, or of another release
   */
  public static OwnHeads open(Path models, AnalysisSettings settings) {
    return new OwnHeads(
        new HeadVersions(models, "intent").open(settings.intentHead()),
        new HeadVersions(models, "emotion").open(settings.emotionHead()));
  }

  LearnedIntents over(LearnedIntents shipped) {
    return intents.map(shipped::with).orElse(shipped);
  }

  LearnedEmotions over(LearnedEmotions shipped, EmotionPack pack, Embedder embedder) {
    return emotions.map(head -> shipped.with(OwnFeelings.of(head, pack, embedder))).orElse(shipped);
  }

  /** In a few words, empty without heads. */
  String description() {
    List<String> parts = new ArrayList<>();
    intents.ifPresent(head -> parts.add(describe("own intents", head)));
    emotions.ifPresent(head -> parts.add(describe("own emotions", head)));
    return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
  }

  private static String describe(String what, Head head) {
    return "%s (%d classes, %s)".formatted(what, head.labels().size(), head.language());
  }
}
