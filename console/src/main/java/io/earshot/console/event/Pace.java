package io.earshot.console.event;

import java.time.Duration;

/**
 * How often what is sent to open pages.
 *
 * @param progress time between two looks at the work
 * @param heartbeat time between two signs of life; with each it is seen whether the user is still
 *     signed in
 * @param mostPerUser pages that one user may have open
 */
record Pace(Duration progress, Duration heartbeat, int mostPerUser) {
  static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(15), 8);
}
