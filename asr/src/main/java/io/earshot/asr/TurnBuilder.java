package io.earshot.asr;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Voice;
import io.earshot.conversation.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts the words of all tracks into turns: a turn ends at a pause, or where another party takes
 * over in a shorter one.
 */
final class TurnBuilder {
  // A breath: below this nobody has taken over, two words of others just fell between two words.
  private static final long BREATH_MS = 250;

  private final long pauseMs;
  private final TurnText text;
  private final Sounds sounds;

  /** What else was heard of a track's turns. */
  interface Sounds {
    /** Nothing else. */
    Sounds NONE = (track, words) -> Optional.empty();

    /** How words sounded. */
    Optional<Voice> voice(int track, List<Word> words);
  }

  TurnBuilder(Duration pause, String language, Sounds sounds) {
    this.pauseMs = pause.toMillis();
    // Half of the pause that ends a turn: shorter ones fall within phrases, too.
    this.text = new TurnText(language, pauseMs / 2);
    this.sounds = sounds;
  }

  /** The turns in order of their start. */
  List<Turn> build(Cast cast) {
    List<Part> parts = cast.parts();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      List<List<Word>> utterances = utterances(parts, part);
      List<List<Word>> digits = shared(part.digits(), utterances);
      Speaker speaker = cast.parties().roles().get(i);
      int word = 0;
      for (int j = 0; j < utterances.size(); j++) {
        List<Word> words = utterances.get(j);
        double voice = mean(part.certainty().subList(word, word + words.size()));
        word += words.size();
        turns.add(
            turn(words, digits.get(j), part.track(), speaker)
                .withSpeakerConfidence(cast.parties().confidence() * voice));
      }
    }
    turns.sort(Comparator.comparingLong(Turn::startMs).thenComparingInt(Turn::audioChannel));
    List<Turn> indexed = new ArrayList<>(turns.size());
    for (Turn turn : turns) {
      indexed.add(turn.withIndex(indexed.size()));
    }
    return indexed;
  }

  private List<List<Word>> utterances(List<Part> parts, Part part) {
    List<List<Word>> utterances = new ArrayList<>();
    TakeOvers everybody = new TakeOvers(parts, part, other -> true);
    // Two voices of one track never overlap in it: any word between two others is a take-over.
    TakeOvers here = new TakeOvers(parts, part, other -> other.track() == part.track());
    long end = Long.MIN_VALUE / 2;
    for (Word word : part.words()) {
      long gap = word.startMs() - end;
      if (gap >= pauseMs
          || gap >= BREATH_MS && everybody.between(end, word.startMs())
          || here.between(end, word.startMs())) {
        utterances.add(new ArrayList<>());
      }
      utterances.get(utterances.size() - 1).add(word);
      end = word.endMs();
    }
    return utterances;
  }

  /** Each digit goes to the last utterance that has begun by its end, or to the first of all. */
  private static List<List<Word>> shared(List<Word> digits, List<List<Word>> utterances) {
    List<List<Word>> shared = new ArrayList<>();
    utterances.forEach(utterance -> shared.add(new ArrayList<>()));
    int at = 0;
    for (Word digit : digits) {
      while (at + 1 < utterances.size()
          && utterances.get(at + 1).get(0).startMs() < digit.endMs()) {
        at++;
      }
      if (!shared.isEmpty()) {
        shared.get(at).add(digit);
      }
    }
    return shared;
  }

  private static double mean(List<Double> certainty) {
    return certainty.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private Turn turn(List<Word> words, List<Word> digits, int track, Speaker speaker) {
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
    return new Turn(
        0,
        speaker,
        track,
        words.get(0).startMs(),
        words.get(words.size() - 1).endMs(),
        text.join(words),
        confidence,
        words,
        sounds.voice(track, words).orElse(null),
        digits,
        null);
  }

  /** The starts of other parts' words, walked once in time order. */
  private static final class TakeOvers {
    private final long[] starts;
    private int next;

    TakeOvers(List<Part> parts, Part own, Predicate<Part> counted) {
      starts =
          parts.stream()
              .filter(other -> other != own && counted.test(other))
              .flatMap(other -> other.words().stream())
              .mapToLong(Word::startMs)
              .sorted()
              .toArray();
    }

    /** Whether another party starts a word in a gap; gaps must come in time order. */
    boolean between(long fromMs, long toMs) {
      while (next < starts.length && starts[next] < fromMs) {
        next++;
      }
      return next < starts.length && starts[next] < toMs;
    }
  }
}
