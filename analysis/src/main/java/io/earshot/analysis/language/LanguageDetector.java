package io.earshot.analysis.language;

import java.util.List;

/** Tells a text's language. Implementations are safe for several threads and take any text. */
public interface LanguageDetector {

  /**
   * The language as a BCP 47 tag.
   *
   * @param text of one turn
   * @param around the language of what stands around it, taken where the text is too short to tell
   */
  String detect(String text, String around);

  /** The main language of several texts; {@code declared} decides where they say nothing. */
  String main(List<String> texts, String declared);

  /** Tells Chinese from the rest by its script. */
  static LanguageDetector byScript() {
    return new ScriptDetector();
  }
}
