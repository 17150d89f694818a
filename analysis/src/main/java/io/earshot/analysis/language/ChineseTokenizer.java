package io.earshot.analysis.language;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words as HanLP's standard segmentation finds them. */
final class ChineseTokenizer implements Tokenizer {
  static final ChineseTokenizer INSTANCE = new ChineseTokenizer();

  /** HanLP's lattice grows with a sentence's length; a turn without any stop is cut into these. */
  private static final int PIECE = 500;

  /** The words counted for HanLP's core dictionary: about 2.5e7 occurrences. */
  private static final double CORPUS_WORDS = 2.5e7;

  private static final Set<String> TELLING_VERBS = Set.of("v", "vn", "vi", "vl");

  private final Set<String> stopWords = StopWords.load("zh");

  private ChineseTokenizer() {}

  @Override
  public List<Token> tokenize(String text) {
    String simplified = ChineseText.simplified(text);
    List<Token> tokens = new ArrayList<>();
    for (int from = 0; from < simplified.length(); ) {
      int to = pieceEnd(simplified, from);
      cut(simplified.substring(from, to), from, tokens);
      from = to;
    }
    return tokens;
  }

  private static int pieceEnd(String text, int from) {
    int to = Math.min(text.length(), from + PIECE);
    boolean splitsPair = to < text.length() && Character.isLowSurrogate(text.charAt(to));
    return splitsPair ? to - 1 : to;
  }

  private void cut(String piece, int shift, List<Token> tokens) {
    int from = 0;
    for (Term term : HanLp.segment(piece)) {
      // HanLP may normalise a character away; what can't be found again is no evidence.
      int start = piece.indexOf(term.word, from);
      if (start < 0 || term.word.isBlank()) {
        continue;
      }
      from = start + term.word.length();
      tokens.add(
          new Token(
              term.word.toLowerCase(Locale.ROOT), shift + start, shift + from, telling(term)));
    }
  }

  private boolean telling(Term term) {
    String nature = String.valueOf(term.nature);
    boolean content =
        (nature.startsWith("n") && !nature.equals("nx"))
            || nature.equals("gi")
            || TELLING_VERBS.contains(nature)
            || (nature.equals("nx") && Latin.isWord(term.word));
    return content && term.word.length() > 1 && !stopWords.contains(term.word);
  }

  @Override
  public double rarity(String word) {
    int frequency = HanLp.frequency(word);
    return Math.log(CORPUS_WORDS / (frequency + 1)) / Math.log(CORPUS_WORDS);
  }
}
