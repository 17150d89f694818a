package io.earshot.analysis;

import io.earshot.analysis.emotion.EmotionScorer;
import io.earshot.analysis.emotion.EmotionScorer.Circumstances;
import io.earshot.analysis.emotion.Feeling;
import io.earshot.analysis.intent.IntentClassifier;
import io.earshot.analysis.intent.IntentMatch;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.voice.VoiceArousal;
import io.earshot.conversation.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what each customer turn wants and expresses; a speaker who is not known may be one. */
final class TurnScorer {
  private static final int EARLIER = 2;

  private final IntentClassifier intents;
  private final EmotionScorer emotions;

  TurnScorer(IntentClassifier intents, EmotionScorer emotions) {
    this.intents = intents;
    this.emotions = emotions;
  }

  /** One for each utterance, in order. */
  List<ScoredTurn> score(List<Utterance> utterances) {
    VoiceArousal voices = VoiceArousal.of(utterances.stream().map(Utterance::turn).toList());
    List<ScoredTurn> scored = new ArrayList<>();
    Optional<Feeling> before = Optional.empty();
    for (Utterance utterance : utterances) {
      if (isScored(utterance.turn().speaker()) && utterance.meaning() != null) {
        List<String> earlier =
            utterances.subList(Math.max(0, scored.size() - EARLIER), scored.size()).stream()
                .map(Utterance::text)
                .toList();
        Feeling feeling =
            emotions.score(
                utterance, new Circumstances(before, voices.of(utterance.turn()), earlier));
        List<IntentMatch> wanted = intents.classify(utterance);
        scored.add(new ScoredTurn(utterance, Optional.of(feeling), wanted));
        before = Optional.of(feeling);
      } else {
        scored.add(new ScoredTurn(utterance, Optional.empty(), List.of()));
      }
    }
    return scored;
  }

  private static boolean isScored(Speaker speaker) {
    return switch (speaker) {
      case CUSTOMER, UNKNOWN -> true;
      case AGENT, SYSTEM -> false;
    };
  }
}
