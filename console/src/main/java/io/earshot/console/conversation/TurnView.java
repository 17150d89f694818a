package io.earshot.console.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.earshot.conversation.Redaction;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import io.earshot.conversation.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn as the API shows it; what was found is null where nothing is known of it.
 *
 * @param redactions where personal data was taken out of its text
 */
record TurnView(
    int turn,
    Speaker speaker,
    double speakerConfidence,
    int audioChannel,
    long startMs,
    long endMs,
    String text,
    double confidence,
    List<Word> words,
    String language,
    Scored emotion,
    Double valence,
    Double displeasure,
    Double arousal,
    List<Scored> intents,
    List<Mask> redactions) {

  /** Where something was taken out, in characters of the text. */
  record Mask(String type, int start, int end) {}

  static List<TurnView> of(Archived kept) {
    Map<Integer, TurnInsight> insights =
        kept.analysis().turns().stream().collect(toMap(TurnInsight::turn, insight -> insight));
    Map<Integer, List<Redaction>> redactions =
        kept.redactions().stream().collect(groupingBy(Redaction::turn));
    return kept.conversation().turns().stream()
        .map(
            turn ->
                of(
                    turn,
                    Optional.ofNullable(insights.get(turn.index())),
                    redactions.getOrDefault(turn.index(), List.of())))
        .toList();
  }

  /** A turn of which nothing more is known. */
  static TurnView of(Turn turn) {
    return of(turn, Optional.empty(), List.of());
  }

  private static TurnView of(Turn turn, Optional<TurnInsight> insight, List<Redaction> redactions) {
    return new TurnView(
        turn.index(),
        turn.speaker(),
        turn.speakerConfidence(),
        turn.audioChannel(),
        turn.startMs(),
        turn.endMs(),
        turn.text(),
        turn.confidence(),
        turn.words(),
        insight.map(TurnInsight::language).orElse(null),
        insight.map(TurnInsight::emotion).orElse(null),
        insight.map(TurnInsight::valence).orElse(null),
        insight.map(TurnInsight::displeasure).orElse(null),
        insight.map(TurnInsight::arousal).orElse(null),
        insight.map(TurnInsight::intents).orElse(null),
        redactions.stream().map(one -> new Mask(one.type(), one.start(), one.end())).toList());
  }
}
