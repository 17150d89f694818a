package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts masks into one turn. For one use. */
final class TurnMask {
  private final Turn turn;
  private final Map<String, String> masks;
  private final WordPlaces places;
  private final List<Disclosure> findings;
  private final StringBuilder text = new StringBuilder();
  private final List<Word> words = new ArrayList<>();
  private final List<Redaction> redactions = new ArrayList<>();
  private int nextWord;

  TurnMask(Turn turn, List<Disclosure> findings, Map<String, String> masks) {
    this.turn = turn;
    this.masks = masks;
    this.places = WordPlaces.of(turn);
    this.findings = Merging.merged(findings.stream().map(places::wholeWords).toList());
  }

  Turn masked() {
    int at = 0;
    for (Disclosure finding : findings) {
      text.append(turn.text(), at, finding.start());
      mask(finding);
      at = finding.end();
    }
    text.append(turn.text(), at, turn.text().length());
    keepWordsBefore(turn.text().length() + 1);
    return turn.withText(text.toString(), words);
  }

  /** In the order of their places; complete after {@link #masked()}. */
  List<Redaction> redactions() {
    return redactions;
  }

  private void mask(Disclosure finding) {
    String mask = masks.get(finding.type());
    keepWordsBefore(finding.start());
    List<Word> spoken = new ArrayList<>();
    while (nextWord < turn.words().size() && places.startsBefore(nextWord, finding.end())) {
      spoken.add(turn.words().get(nextWord++));
    }
    long startMs = spoken.isEmpty() ? turn.startMs() : spoken.get(0).startMs();
    long endMs = spoken.isEmpty() ? turn.endMs() : spoken.get(spoken.size() - 1).endMs();
    if (!spoken.isEmpty()) {
      double least = spoken.stream().mapToDouble(Word::confidence).min().orElse(1);
      words.add(new Word(mask, startMs, endMs, least));
    }
    boolean heard = !turn.words().isEmpty();
    redactions.add(
        new Redaction(
            finding.type(),
            turn.index(),
            text.length(),
            text.length() + mask.length(),
            turn.audioChannel(),
            heard ? startMs : 0,
            heard ? endMs : 0,
            finding.confidence()));
    text.append(mask);
  }

  /**
   * Their alternatives go in a turn with masks: a recogniser that doubts where a number begins has
   * digits among them. So do words that are not in the text: what they are is not known.
   */
  private void keepWordsBefore(int end) {
    while (nextWord < turn.words().size() && places.startsBefore(nextWord, end)) {
      Word word = turn.words().get(nextWord);
      if (places.isInText(nextWord)) {
        words.add(new Word(word.text(), word.startMs(), word.endMs(), word.confidence()));
      }
      nextWord++;
    }
  }
}
