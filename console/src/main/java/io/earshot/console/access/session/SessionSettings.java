package io.earshot.console.access.session;

import io.earshot.config.Section;
import java.time.Duration;

/**
 * How long one stays signed in, and how often one may try to.
 *
 * @param idle a session ends when nothing was asked for as long
 * @param longest a session ends as long after the sign-in, whatever happens
 * @param attempts wrong passwords for one name from one address before further ones are refused;
 *     ten times as many for one name from all addresses, and for one address with all names
 * @param refusal how far back wrong passwords count
 */
public record SessionSettings(Duration idle, Duration longest, int attempts, Duration refusal) {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int ATTEMPTS = 5;
  private static final int MOST_ATTEMPTS = 100;
  private static final Duration REFUSAL = Duration.ofMinutes(15);

  /** Reads {@code console.session}. */
  public static SessionSettings from(Section section) {
    SessionSettings settings =
        new SessionSettings(
            section.duration("idle", IDLE),
            section.duration("longest", LONGEST),
            section.integer("attempts", ATTEMPTS, 1, MOST_ATTEMPTS),
            section.duration("refusal", REFUSAL));
    if (settings.idle.compareTo(settings.longest) > 0) {
      section.problem("idle", "must not be longer than longest");
    }
    return settings;
  }
}
