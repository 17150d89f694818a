package io.earshot.analysis.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long turns into sentences, so that evidence is a sentence and not a speech.
 *
 * <p>Recognised speech and hurried messages have no stops: what is longer than {@link #LONGEST} is
 * cut at a comma or white space, and at any character at last.
 */
public final class Sentences {
  private static final int LONGEST = 200;
  private static final int SHORTEST = 4;
  private static final String STOPS = "。！？!?；;\n…";
  private static final String PAUSES = "，,、：:";

  private Sentences() {}

  /** The sentences in order, without white space around; at most {@code most} of them. */
  public static List<Span> of(String text, String language, int most) {
    List<Span> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length() && sentences.size() < most; i++) {
      int length = i + 1 - from;
      if (stops(text, i, language, length) || length >= LONGEST) {
        add(text, from, i + 1, sentences);
        from = i + 1;
      }
    }
    if (sentences.size() < most) {
      add(text, from, text.length(), sentences);
    }
    return sentences;
  }

  private static boolean stops(String text, int at, String language, int length) {
    char character = text.charAt(at);
    if (length < SHORTEST) {
      return false;
    }
    if (STOPS.indexOf(character) >= 0) {
      return true;
    }
    boolean beforeSpace = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    if (character == '.') {
      return beforeSpace;
    }
    // Chinese has no space between words: one in a message marks where a line was sent.
    boolean breath = language.equals("zh") && Character.isWhitespace(character);
    return breath || (length > LONGEST / 2 && (PAUSES.indexOf(character) >= 0 || beforeSpace));
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    Span span = Span.trimmed(text, from, to);
    if (span.length() > 0) {
      sentences.add(span);
    }
  }
}
