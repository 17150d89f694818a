package io.earshot.asr;

import io.earshot.config.Section;

/**
 * Which words are told what else they may have been.
 *
 * @param keep whether alternatives are searched for at all; it takes about a third more time
 * @param below confidence under which a word is doubtful and gets alternatives, 0 to 1
 */
public record AlternativeSettings(boolean keep, double below) {

  /**
   * Words below 0.6 are doubtful: about one in eight of a telephone call. The more doubtful half of
   * the sound is searched, which holds most of them.
   */
  public static AlternativeSettings defaults() {
    return new AlternativeSettings(true, 0.6);
  }

  /** Reads {@code keep, below}. */
  public static AlternativeSettings from(Section section) {
    AlternativeSettings standard = defaults();
    return new AlternativeSettings(
        section.flag("keep", standard.keep), section.number("below", standard.below, 0, 1));
  }

  boolean doubtful(double confidence) {
    return keep && confidence < below;
  }
}
