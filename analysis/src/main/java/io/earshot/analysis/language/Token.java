package io.earshot.analysis.language;

/**
 * A word of a text.
 *
 * @param word as written, in simplified characters or lower case
 * @param start first character in the text
 * @param end character after it
 * @param telling whether it can say what a text is about: a noun, a verb of its own, a name; no
 *     function word, number or courtesy
 */
public record Token(String word, int start, int end, boolean telling) {

  @Override
  public String toString() {
    return "Token[%d-%d]".formatted(start, end);
  }
}
