package io.earshot.asr;

import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Span;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;

/** The words of one track on the call's clock: in order, none overlapping the one before. */
final class WordLine {
  private final List<Word> words = new ArrayList<>();
  private long lastEndMs;

  /** Adds the words of the next segment. */
  void add(List<HeardWord> heard, Placement placement) {
    for (HeardWord word : heard) {
      Span span = placement.locate(word.startSeconds(), word.endSeconds());
      // Rounding and splices may move a border by some milliseconds, never the order.
      long start = Math.max(lastEndMs, span.startMs());
      long end = Math.max(start, span.endMs());
      words.add(new Word(word.text(), start, end, word.confidence(), word.alternatives()));
      lastEndMs = end;
    }
  }

  List<Word> words() {
    return words;
  }
}
