package io.earshot.asr;

import io.earshot.conversation.Word;
import java.util.List;

/** Writes recognised words as a text, the way the language is written. */
final class TurnText {
  private TurnText() {}

  /** Words with spaces between them, but none where a Han character meets a word in Chinese. */
  static String join(List<Word> words, String language) {
    boolean chinese = language.startsWith("zh");
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      if (text.length() > 0 && !(chinese && touches(text, word.text()))) {
        text.append(' ');
      }
      text.append(word.text());
    }
    return text.toString();
  }

  private static boolean touches(CharSequence text, String word) {
    int last = Character.codePointBefore(text, text.length());
    return isHan(last) || word.isEmpty() || isHan(word.codePointAt(0));
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
