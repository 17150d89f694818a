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

/**
 * Puts the words of all tracks into turns: a turn ends at a pause, or where another party takes
 * over in a shorter one.
 */
final class TurnBuilder {
  // A breath: below this nobody has taken over, two words of others just fell between two words.
  private static final long BREATH_MS = 250;

  private final long pauseMs;
  private final String language;
  private final VoiceOfWords voice;

  /** Finds how words of a track sounded. */
  interface VoiceOfWords {
    Optional<Voice> of(int track, List<Word> words);
  }

  TurnBuilder(Duration pause, String language, VoiceOfWords voice) {
    this.pauseMs = pause.toMillis();
    this.language = language;
    this.voice = voice;
  }

  /** The turns in order of their start; words of a track must be in time order. */
  List<Turn> build(List<List<Word>> tracks, List<Speaker> roles) {
    List<Turn> turns = new ArrayList<>();
    for (int track = 0; track < tracks.size(); track++) {
      for (List<Word> words : utterances(tracks, track)) {
        turns.add(turn(words, track, roles.get(track)));
      }
    }
    turns.sort(Comparator.comparingLong(Turn::startMs).thenComparingInt(Turn::audioChannel));
    List<Turn> indexed = new ArrayList<>(turns.size());
    for (Turn turn : turns) {
      indexed.add(turn.withIndex(indexed.size()));
    }
    return indexed;
  }

  private List<List<Word>> utterances(List<List<Word>> tracks, int track) {
    List<List<Word>> utterances = new ArrayList<>();
    TakeOvers takeOvers = new TakeOvers(tracks, track);
    long end = Long.MIN_VALUE / 2;
    for (Word word : tracks.get(track)) {
      long gap = word.startMs() - end;
      if (gap >= pauseMs || gap >= BREATH_MS && takeOvers.between(end, word.startMs())) {
        utterances.add(new ArrayList<>());
      }
      utterances.get(utterances.size() - 1).add(word);
      end = word.endMs();
    }
    return utterances;
  }

  private Turn turn(List<Word> words, int track, Speaker speaker) {
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
    return new Turn(
        0,
        speaker,
        track,
        words.get(0).startMs(),
        words.get(words.size() - 1).endMs(),
        TurnText.join(words, language),
        confidence,
        words,
        voice.of(track, words).orElse(null));
  }

  /** The starts of the other tracks' words, walked once in time order. */
  private static final class TakeOvers {
    private final long[] starts;
    private int next;

    TakeOvers(List<List<Word>> tracks, int track) {
      List<Word> others = new ArrayList<>();
      for (int other = 0; other < tracks.size(); other++) {
        if (other != track) {
          others.addAll(tracks.get(other));
        }
      }
      starts = others.stream().mapToLong(Word::startMs).sorted().toArray();
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
