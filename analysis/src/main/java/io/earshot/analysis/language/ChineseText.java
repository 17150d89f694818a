package io.earshot.analysis.language;

import java.util.List;

/** Chinese script. Safe for several threads; the tables load on first use. */
public final class ChineseText {
  private static final char FIRST_HAN = '\u3400';
  private static final char LAST_HAN = '\u9fff';

  /** HanLP's reading of what has none. */
  private static final String UNKNOWN = "none";

  private ChineseText() {}

  /**
   * Traditional characters become simplified ones, one to one, so that the result has the same
   * length and offsets hold. Text without Han characters comes back as it is.
   */
  public static String simplified(String text) {
    char[] folded = null;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isHan(character)) {
        char simple = Table.SIMPLIFIED[character - FIRST_HAN];
        if (simple != character) {
          folded = folded == null ? text.toCharArray() : folded;
          folded[i] = simple;
        }
      }
    }
    return folded == null ? text : new String(folded);
  }

  /**
   * How a text is read: for each {@code char} its syllable in pinyin without tone ({@code v} for
   * ü), by the words around it; empty for what is not Chinese. An empty list for a text without
   * Chinese.
   */
  public static List<String> syllables(String text) {
    if (text.chars().noneMatch(c -> isHan((char) c))) {
      return List.of();
    }
    List<String> syllables =
        HanLp.syllables(text).stream().map(each -> each.equals(UNKNOWN) ? "" : each).toList();
    return syllables.size() == text.length() ? syllables : List.of();
  }

  static boolean isHan(char character) {
    return character >= FIRST_HAN && character <= LAST_HAN;
  }

  /** Built from single characters: whole words would change lengths (and meanings, by region). */
  private static final class Table {
    static final char[] SIMPLIFIED = new char[LAST_HAN - FIRST_HAN + 1];

    static {
      for (char character = FIRST_HAN; character <= LAST_HAN; character++) {
        String simple = HanLp.simplified(String.valueOf(character));
        SIMPLIFIED[character - FIRST_HAN] = simple.length() == 1 ? simple.charAt(0) : character;
      }
    }
  }
}
