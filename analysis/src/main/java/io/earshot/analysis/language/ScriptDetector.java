package io.earshot.analysis.language;

import java.util.List;

/**
 * Chinese by the share of Han characters, English else.
 *
 * <p>A Han character carries about as much as four Latin letters, and Chinese customers write
 * product names in Latin letters, so letters count a quarter.
 */
final class ScriptDetector implements LanguageDetector {
  private static final double LETTERS_PER_HAN = 4;
  private static final double CHINESE_SHARE = 0.4;

  /** "ok", "hi", "OK了": used in every language. */
  private static final int LEAST_LETTERS = 4;

  private static final int LOOKED_AT = 4000;

  @Override
  public String detect(String text, String around) {
    return verdict(Counts.of(text), around);
  }

  @Override
  public String main(List<String> texts, String declared) {
    Counts sum = new Counts(0, 0);
    for (String text : texts) {
      sum = sum.plus(Counts.of(text));
    }
    return verdict(sum, primary(declared));
  }

  private static String verdict(Counts counts, String around) {
    if (counts.han == 0 && counts.letters < LEAST_LETTERS) {
      return primary(around);
    }
    double letters = counts.letters / LETTERS_PER_HAN;
    return counts.han / (counts.han + letters) >= CHINESE_SHARE ? "zh" : "en";
  }

  private static String primary(String tag) {
    return tag.startsWith("zh") ? "zh" : "en";
  }

  private record Counts(int han, int letters) {
    static Counts of(String text) {
      int han = 0;
      int letters = 0;
      int end = Math.min(text.length(), LOOKED_AT);
      for (int i = 0; i < end; i++) {
        char character = text.charAt(i);
        if (ChineseText.isHan(character)) {
          han++;
        } else if (Character.isLetter(character)) {
          letters++;
        }
      }
      return new Counts(han, letters);
    }

    Counts plus(Counts other) {
      return new Counts(han + other.han, letters + other.letters);
    }
  }
}
