package io.earshot.asr.segment;

import io.earshot.config.Section;
import java.time.Duration;

/**
 * When the gate opens and closes, and how long segments are.
 *
 * @param openDb decibels above the noise floor that count as speech
 * @param closeDb decibels above the noise floor below which speech may have ended
 * @param depthDb decibels below recent speech under which nothing is speech, however low the noise
 * @param preRoll sound kept before speech was noticed: first consonants are soft
 * @param hangOver sound kept after it: last consonants are softer
 * @param targetLength a segment ends at the first pause after this length
 * @param maxLength a segment is cut at its quietest place before this length
 */
public record GateSettings(
    double openDb,
    double closeDb,
    double depthDb,
    Duration preRoll,
    Duration hangOver,
    Duration targetLength,
    Duration maxLength) {

  /** Chosen on real two-party calls; the measurements are in this module's README. */
  public static GateSettings defaults() {
    return new GateSettings(
        9,
        6,
        36,
        Duration.ofMillis(200),
        Duration.ofMillis(250),
        Duration.ofSeconds(16),
        Duration.ofSeconds(24));
  }

  /** Reads {@code open_db, close_db, depth_db, pre_roll, hang_over, target_length, max_length}. */
  public static GateSettings from(Section section) {
    GateSettings standard = defaults();
    GateSettings settings =
        new GateSettings(
            section.number("open_db", standard.openDb, 1, 40),
            section.number("close_db", standard.closeDb, 0, 40),
            section.number("depth_db", standard.depthDb, 10, 100),
            section.duration("pre_roll", standard.preRoll),
            section.duration("hang_over", standard.hangOver),
            section.duration("target_length", standard.targetLength),
            section.duration("max_length", standard.maxLength));
    if (settings.closeDb > settings.openDb) {
      section.problem("close_db", "must not be above open_db");
    }
    if (settings.maxLength.compareTo(settings.targetLength) < 0) {
      section.problem("max_length", "must not be below target_length");
    }
    if (settings.maxLength.compareTo(Duration.ofMinutes(5)) > 0) {
      section.problem("max_length", "must be at most 5m");
    }
    return settings;
  }
}
