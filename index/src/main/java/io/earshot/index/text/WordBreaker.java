package io.earshot.index.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Breaks texts into folded tokens with their places. Safe for many threads.
 *
 * <p>Words are found by the Unicode rules (UAX #29, Lucene's standard tokenizer); English endings
 * are taken off by the Krovetz stemmer, which, unlike Porter's, leaves words: "policies" becomes
 * "policy" and does not meet "police".
 */
public final class WordBreaker {
  private final UnaryOperator<String> characterFold;

  /**
   * @param characterFold makes simplified characters of traditional ones; what it returns must be
   *     as long as what it was given, so that offsets stay true
   */
  public WordBreaker(UnaryOperator<String> characterFold) {
    this.characterFold = characterFold;
  }

  /** The tokens of a text in its order; empty where there is no letter or digit. */
  public List<Token> tokens(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    StandardTokenizer words = new StandardTokenizer();
    FoldingFilter folded = new FoldingFilter(words);
    try (TokenStream stems = new KStemFilter(new EnglishPossessiveFilter(folded))) {
      words.setReader(new StringReader(sameLength(text)));
      return read(stems, folded);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }

  private static List<Token> read(TokenStream stems, FoldingFilter folded) throws IOException {
    CharTermAttribute stem = stems.getAttribute(CharTermAttribute.class);
    OffsetAttribute place = stems.getAttribute(OffsetAttribute.class);
    List<Token> tokens = new ArrayList<>();
    stems.reset();
    while (stems.incrementToken()) {
      if (!folded.exact().isEmpty()) {
        tokens.add(
            new Token(folded.exact(), stem.toString(), place.startOffset(), place.endOffset()));
      }
    }
    stems.end();
    return tokens;
  }

  private String sameLength(String text) {
    String folded = characterFold.apply(text);
    // A fold that changes the length would move every highlight: rather search without it.
    return folded.length() == text.length() ? folded : text;
  }
}
