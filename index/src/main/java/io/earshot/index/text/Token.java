package io.earshot.index.text;

/**
 * One token of a text.
 *
 * @param exact the word as said, folded: NFKC, lower case, simplified Chinese, no accents
 * @param stem the word without its English ending; the same as {@code exact} for other words
 * @param start first character in the original text
 * @param end character after the last one in the original text
 */
public record Token(String exact, String stem, int start, int end) {
  @Override
  public String toString() {
    return "Token[%d-%d]".formatted(start, end);
  }
}
