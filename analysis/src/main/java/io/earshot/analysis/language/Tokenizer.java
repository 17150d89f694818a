package io.earshot.analysis.language;

import java.util.List;

/**
 * Cuts text into words. Implementations are safe for several threads, take any text, and keep to
 * the order of the text; white space belongs to no token.
 */
public interface Tokenizer {

  List<Token> tokenize(String text);

  /** How rare a word is in the language at large: 0 (everywhere) to 1 (never seen). */
  double rarity(String word);

  /** The tokenizer of a language; every language but Chinese is cut like English. */
  static Tokenizer of(String language) {
    return language.startsWith("zh") ? ChineseTokenizer.INSTANCE : EnglishTokenizer.INSTANCE;
  }
}
