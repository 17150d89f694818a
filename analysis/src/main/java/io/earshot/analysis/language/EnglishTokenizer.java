package io.earshot.analysis.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs of letters and digits, with the apostrophes and hyphens inside them. */
final class EnglishTokenizer implements Tokenizer {
  static final EnglishTokenizer INSTANCE = new EnglishTokenizer();

  // Possessive, so that no text makes it go back over what it took.
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]++(?:['’-][\\p{L}\\p{N}]++)*+");

  private final Set<String> stopWords = StopWords.load("en");

  private EnglishTokenizer() {}

  @Override
  public List<Token> tokenize(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
      boolean telling = word.length() > 2 && Latin.isWord(word) && !stopWords.contains(word);
      tokens.add(new Token(word, matcher.start(), matcher.end(), telling));
    }
    return tokens;
  }

  /** Without a counted corpus length is the measure: short words are the common ones (Zipf). */
  @Override
  public double rarity(String word) {
    return Math.min(1, 0.4 + word.length() / 20.0);
  }
}
