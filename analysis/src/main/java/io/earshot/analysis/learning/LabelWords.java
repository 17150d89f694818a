package io.earshot.analysis.learning;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A label as a first sample of what it stands for: {@code track_refund} is about tracking a refund.
 * With five samples a class it is worth two and a half points on Bitext, with ten on BANKING77 one
 * half.
 */
final class LabelWords {
  private static final Pattern JOINT = Pattern.compile("[_\\-./?:\\s]+");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");

  private LabelWords() {}

  /** The label's words; empty for a code, and for words of another language. */
  static Optional<String> of(String label, String language) {
    String words = HUMP.matcher(JOINT.matcher(label).replaceAll(" ")).replaceAll(" ").strip();
    boolean han = HAN.matcher(words).find();
    boolean fits = language.startsWith("zh") ? han : !han && WORD.matcher(words).find();
    return fits ? Optional.of(words) : Optional.empty();
  }
}
