package io.earshot.routes.stage;

import io.earshot.config.Section;
import java.time.Duration;

/**
 * How much is done at once, and how failures are met.
 *
 * @param callsAtOnce calls transcribed side by side; they share one pool of recognizers
 * @param analysers conversations analysed side by side
 * @param writers conversations waiting for the index side by side; they share bulk requests
 * @param attempts how often a stage is tried on a failure that is not understood
 * @param firstRetry wait before the first repetition; doubles each time
 * @param longestRetry longest wait between repetitions while something is down
 * @param diskReserve bytes that stages leave free under the home
 */
public record PipelineSettings(
    int callsAtOnce,
    int analysers,
    int writers,
    int attempts,
    Duration firstRetry,
    Duration longestRetry,
    long diskReserve) {

  public static PipelineSettings from(Section section) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new PipelineSettings(
        section.integer("calls_at_once", 2, 1, 64),
        // One more than there are cores, so that none idles while another commits its message.
        section.integer("analysers", cores + 1, 1, 256),
        section.integer("writers", 128, 1, 512),
        section.integer("attempts", 3, 1, 20),
        section.duration("first_retry", Duration.ofMillis(250)),
        section.duration("longest_retry", Duration.ofSeconds(5)),
        section.bytes("disk_reserve", 64L << 20));
  }

  public static PipelineSettings defaults() {
    return from(Section.empty());
  }
}
