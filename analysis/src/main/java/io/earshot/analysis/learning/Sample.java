package io.earshot.analysis.learning;

import io.earshot.conversation.Speaker;
import java.util.List;

/**
 * A text that somebody labelled, to learn from or to be measured on.
 *
 * @param text what was said or written
 * @param before what was said before it in the same conversation, oldest first; mostly empty
 * @param label its class; empty where nobody said
 * @param group what belongs together, such as one conversation, and must not be split between
 *     training and test; empty for a text that stands alone
 */
public record Sample(String text, List<Said> before, String label, String group) {

  /** An earlier turn. */
  public record Said(Speaker speaker, String text) {
    @Override
    public String toString() {
      return "Said[%s, %d characters]".formatted(speaker, text.length());
    }
  }

  public Sample {
    before = List.copyOf(before);
  }

  /** A text that stands alone. */
  public static Sample of(String text, String label) {
    return new Sample(text, List.of(), label, "");
  }

  public Sample withLabel(String newLabel) {
    return new Sample(text, before, newLabel, group);
  }

  @Override
  public String toString() {
    return "Sample[%d characters, %d before, %s]".formatted(text.length(), before.size(), label);
  }
}
