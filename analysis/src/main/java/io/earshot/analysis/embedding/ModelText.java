package io.earshot.analysis.embedding;

import io.earshot.analysis.language.ChineseText;
import java.util.Locale;

/** Text as a model was trained to see it. */
final class ModelText {
  /** More than the model reads of any text; cutting a huge one first spares the tokenizer. */
  private static final int MOST_CHARACTERS = 1500;

  private ModelText() {}

  /**
   * Without characters that are no text (the native tokenizer takes well-formed Unicode only),
   * white space as single spaces; Chinese simplified and in lower case, because the Chinese model's
   * tokenizer does not fold case over a vocabulary that has lower case only.
   */
  static String of(String text, boolean chinese) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS));
    for (int i = 0; i < text.length() && clean.length() < MOST_CHARACTERS; ) {
      int codePoint = text.codePointAt(i);
      append(clean, codePoint);
      i += Character.charCount(codePoint);
    }
    String trimmed = clean.toString().strip();
    return chinese ? ChineseText.simplified(trimmed).toLowerCase(Locale.ROOT) : trimmed;
  }

  private static void append(StringBuilder clean, int codePoint) {
    boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    if (!lone && !Character.isISOControl(codePoint) && !Character.isWhitespace(codePoint)) {
      clean.appendCodePoint(codePoint);
    } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
      clean.append(' ');
    }
  }
}
