package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.Locale;

/** Where a turn's words stand in its text. */
final class WordPlaces {
  private final int[] starts;
  private final int[] ends;

  private WordPlaces(int words) {
    starts = new int[words];
    ends = new int[words];
  }

  static WordPlaces of(Turn turn) {
    WordPlaces places = new WordPlaces(turn.words().size());
    String text = turn.text();
    int at = 0;
    for (int i = 0; i < turn.words().size(); i++) {
      int start = find(text, turn.words().get(i), at);
      places.starts[i] = start < 0 ? at : start;
      places.ends[i] = start < 0 ? at : start + turn.words().get(i).text().length();
      at = places.ends[i];
    }
    return places;
  }

  private static int find(String text, Word word, int from) {
    int exact = text.indexOf(word.text(), from);
    if (exact >= 0 || word.text().isEmpty()) {
      return exact;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() == text.length()
        ? lower.indexOf(word.text().toLowerCase(Locale.ROOT), from)
        : -1;
  }

  boolean isInText(int word) {
    return ends[word] > starts[word];
  }

  boolean startsBefore(int word, int end) {
    return starts[word] < end;
  }

  /** A finding of the words from one to another. */
  Disclosure from(int first, int last, DataKind kind, double confidence) {
    return Disclosure.of(kind, starts[first], ends[last], confidence);
  }

  /** The finding widened to the words that it touches: a word has one time, so it goes whole. */
  Disclosure wholeWords(Disclosure finding) {
    int start = finding.start();
    int end = finding.end();
    for (int i = 0; i < starts.length; i++) {
      if (isInText(i) && starts[i] < finding.end() && ends[i] > finding.start()) {
        start = Math.min(start, starts[i]);
        end = Math.max(end, ends[i]);
      }
    }
    return new Disclosure(finding.type(), start, end, finding.confidence());
  }
}
