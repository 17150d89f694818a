package io.earshot.index;

import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A word that the recognizer was not sure of, with what else it may have been: a search for one of
 * these finds the word too, ranked below the turns in which it was surely said.
 *
 * @param start first character of the word in the turn's text
 * @param end character after the word
 * @param alternatives most probable first
 */
record DoubtfulWord(int start, int end, List<String> alternatives) {

  /** The doubtful words of a turn, in order; none for written text. */
  static List<DoubtfulWord> of(Turn turn) {
    List<DoubtfulWord> doubtful = new ArrayList<>();
    int from = 0;
    for (Word word : turn.words()) {
      int start = turn.text().indexOf(word.text(), from);
      if (start >= 0) {
        from = start + word.text().length();
        if (!word.alternatives().isEmpty()) {
          doubtful.add(new DoubtfulWord(start, from, word.alternatives()));
        }
      }
    }
    return doubtful;
  }

  @Override
  public String toString() {
    return "DoubtfulWord[%d-%d]".formatted(start, end);
  }
}
