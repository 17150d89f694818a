package io.earshot.asr;

import io.earshot.asr.engine.HeardWord;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what else a doubtful word may have been: the words that other ways to hear the same sound
 * have in its place.
 */
final class AlternativeWords {
  private static final int MOST = 3;
  // A word takes another's place when they share most of the shorter one's time and a good part of
  // the longer one's: "light" in the place of "candlelight", but not "a" in that of "about".
  private static final double LEAST_OF_SHORTER = 0.5;
  private static final double LEAST_OF_LONGER = 0.3;

  private final List<List<HeardWord>> hypotheses;

  /** From whole ways to hear a segment, most probable first, each in time order. */
  AlternativeWords(List<List<HeardWord>> hypotheses) {
    this.hypotheses = hypotheses;
  }

  /** The same words, the doubtful ones with their alternatives. */
  List<HeardWord> of(List<HeardWord> words, AlternativeSettings settings) {
    List<HeardWord> result = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      HeardWord word = words.get(i);
      if (settings.doubtful(word.confidence())) {
        String before = i == 0 ? "" : words.get(i - 1).text();
        String after = i + 1 == words.size() ? "" : words.get(i + 1).text();
        // A neighbour that moved over is no news: search finds it where it is.
        result.add(word.withAlternatives(inPlaceOf(word, List.of(word.text(), before, after))));
      } else {
        result.add(word);
      }
    }
    return result;
  }

  private List<String> inPlaceOf(HeardWord word, List<String> known) {
    List<String> found = new ArrayList<>();
    for (List<HeardWord> hypothesis : hypotheses) {
      for (HeardWord other : hypothesis) {
        if (other.startSeconds() >= word.endSeconds()) {
          break;
        }
        String text = other.text();
        if (isWord(text) && !known.contains(text) && !found.contains(text) && fits(word, other)) {
          found.add(text);
        }
      }
      if (found.size() >= MOST) {
        return List.copyOf(found.subList(0, MOST));
      }
    }
    return List.copyOf(found);
  }

  private static boolean fits(HeardWord word, HeardWord other) {
    double shared =
        Math.min(word.endSeconds(), other.endSeconds())
            - Math.max(word.startSeconds(), other.startSeconds());
    double length = word.endSeconds() - word.startSeconds();
    double otherLength = other.endSeconds() - other.startSeconds();
    return shared > LEAST_OF_SHORTER * Math.min(length, otherLength)
        && shared > LEAST_OF_LONGER * Math.max(length, otherLength);
  }

  // Models write what they have no word for in brackets.
  private static boolean isWord(String text) {
    return Character.isLetterOrDigit(text.codePointAt(0));
  }
}
