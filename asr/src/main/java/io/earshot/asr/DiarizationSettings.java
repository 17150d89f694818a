package io.earshot.asr;

import io.earshot.config.Section;

/**
 * Whether one sound track that carries both parties is divided between them.
 *
 * @param enabled otherwise such a track is one speaker's, who is not known
 */
public record DiarizationSettings(boolean enabled) {

  /** Tracks are divided. */
  public static DiarizationSettings defaults() {
    return new DiarizationSettings(true);
  }

  /** Reads {@code enabled}. */
  public static DiarizationSettings from(Section section) {
    return new DiarizationSettings(section.flag("enabled", defaults().enabled));
  }
}
