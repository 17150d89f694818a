package io.earshot.analysis.emotion;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.learning.ContextText;
import io.earshot.analysis.learning.Head;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A head that was trained on a user's own labels beside the shipped emotions. What it tells apart,
 * it decides; within what it takes for one, such as all that is negative, and for what it does not
 * know, the shipped emotions keep their shares.
 *
 * <p>Immutable; safe for several threads.
 */
public final class OwnFeelings {
  private final Head head;
  private final List<List<String>> groups;
  private final Embedder embedder;

  private OwnFeelings(Head head, List<List<String>> groups, Embedder embedder) {
    this.head = head;
    this.groups = groups;
    this.embedder = embedder;
  }

  /**
   * Puts a head over a pack.
   *
   * @throws EarshotException of kind MISCONFIGURED when a label of the head is neither a side
   *     (negative, neutral, positive, other) nor an emotion of the pack
   */
  public static OwnFeelings of(Head head, EmotionPack pack, Embedder embedder) {
    List<List<String>> groups = new ArrayList<>();
    for (String label : head.labels()) {
      List<String> group =
          pack.byName().keySet().stream().filter(name -> covers(label, name, pack)).toList();
      if (group.isEmpty()) {
        throw EarshotException.misconfigured(
            "The emotion head tells '%s', which is no emotion here; train it again with --map '%s=...'"
                .formatted(label, label));
      }
      groups.add(group);
    }
    return new OwnFeelings(head, List.copyOf(groups), embedder);
  }

  private static boolean covers(String label, String name, EmotionPack pack) {
    return switch (label) {
      case "negative" -> pack.side(name) < 0;
      case "neutral" -> pack.side(name) == 0;
      case "positive" -> pack.side(name) > 0;
      case "other" -> pack.side(name) >= 0;
      default -> pack.shownAs(name).equals(label);
    };
  }

  /** The shipped probabilities, corrected; as they are for a language the head does not know. */
  Map<String, Double> reconsidered(
      Map<String, Double> shipped, String text, Embedding meaning, List<String> earlier) {
    if (!meaning.model().equals(head.language())) {
      return shipped;
    }
    Embedding inContext =
        head.recipe().context()
            ? embedder.embed(ContextText.of(earlier, text), head.language())
            : meaning;
    double[] own = head.read(text, meaning, inContext).probabilities();
    double covered = groups.stream().mapToDouble(group -> sum(group, shipped)).sum();
    Map<String, Double> corrected = new HashMap<>(shipped);
    for (int label = 0; label < own.length; label++) {
      double share = Math.max(sum(groups.get(label), shipped), 1e-12);
      double factor = own[label] * covered / share;
      groups.get(label).forEach(name -> corrected.put(name, shipped.get(name) * factor));
    }
    return corrected;
  }

  private static double sum(List<String> names, Map<String, Double> probabilities) {
    return names.stream().mapToDouble(name -> probabilities.getOrDefault(name, 0.0)).sum();
  }
}
