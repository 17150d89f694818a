package io.earshot.console.access.audit;

import io.earshot.config.Section;
import java.time.Duration;

/**
 * How long the audit log is kept, and what is unusual.
 *
 * @param keep entries are deleted when they are older; at least six months
 * @param openedADay more different conversations than this opened by one person in a day raise an
 *     alarm
 */
public record AuditSettings(Duration keep, int openedADay) {
  /** Six months, of the longest. */
  static final Duration LEAST = Duration.ofDays(184);

  private static final Duration KEEP = Duration.ofDays(365);
  private static final int OPENED_A_DAY = 500;
  private static final int MOST_OPENED = 1_000_000;

  /** Reads {@code console.audit}. */
  public static AuditSettings from(Section section) {
    Duration keep = section.duration("keep", KEEP);
    if (keep.compareTo(LEAST) < 0) {
      section.problem("keep", "must be at least 184d: six months");
    }
    return new AuditSettings(keep, section.integer("opened_a_day", OPENED_A_DAY, 1, MOST_OPENED));
  }
}
