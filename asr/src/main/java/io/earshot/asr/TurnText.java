package io.earshot.asr;

import io.earshot.conversation.Word;
import java.util.List;

/**
 * Writes recognised words as a text, the way the language is written. Recognizers give no
 * punctuation; a Chinese text without any is hard to read and to divide, so there a pause within a
 * turn becomes a comma.
 */
final class TurnText {
  private static final String COMMA = "，";
  // Numbers are read in groups, and a comma would end a number for whoever looks for one.
  private static final String DIGITS = "零〇一幺二两三四五六七八九十百千万亿点0123456789";

  private final boolean chinese;
  private final long commaMs;

  /**
   * For texts of a language.
   *
   * @param commaMs least pause that is written, where the language has no blanks to show words by
   */
  TurnText(String language, long commaMs) {
    this.chinese = language.startsWith("zh");
    this.commaMs = commaMs;
  }

  /** Words with spaces between them, but none where a Han character meets a word in Chinese. */
  String join(List<Word> words) {
    StringBuilder text = new StringBuilder();
    long end = 0;
    for (Word word : words) {
      if (text.length() > 0) {
        text.append(between(text, word, word.startMs() - end));
      }
      text.append(word.text());
      end = word.endMs();
    }
    return text.toString();
  }

  private String between(CharSequence text, Word word, long pauseMs) {
    if (chinese && pauseMs >= commaMs && !isWithinNumber(text, word.text())) {
      return COMMA;
    }
    return chinese && touches(text, word.text()) ? "" : " ";
  }

  private static boolean isWithinNumber(CharSequence text, String word) {
    return DIGITS.indexOf(text.charAt(text.length() - 1)) >= 0
        && !word.isEmpty()
        && DIGITS.indexOf(word.charAt(0)) >= 0;
  }

  private static boolean touches(CharSequence text, String word) {
    int last = Character.codePointBefore(text, text.length());
    return isHan(last) || word.isEmpty() || isHan(word.codePointAt(0));
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
