package io.earshot.analysis.redaction.name;

import io.earshot.analysis.language.Token;
import io.earshot.analysis.language.Tokenizer;
import java.util.BitSet;

/** Where the words of the segmentation begin and end, and which are words of their own. */
final class Bounds {
  private final BitSet starts = new BitSet();
  private final BitSet joints = new BitSet();

  Bounds(String text) {
    for (Token token : Tokenizer.of("zh").tokenize(text)) {
      starts.set(token.start());
      if (token.end() - token.start() > 1) {
        joints.set(token.start() + 1, token.end());
      }
    }
  }

  boolean starts(int at) {
    return !joints.get(at);
  }

  /** How many characters from a place on belong to words with the character before them. */
  int joined(int from, int to) {
    return joints.get(from, to).cardinality();
  }
}
