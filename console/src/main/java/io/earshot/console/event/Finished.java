package io.earshot.console.event;

import java.time.Instant;
import java.util.List;

/**
 * A conversation that came to its end, in a few facts and without anything that was said. Facts
 * that a quarantined one lacks are null, and left out where this is written as JSON.
 *
 * @param status {@code indexed} or {@code quarantined}
 * @param agent empty when not known
 * @param queue empty when not known
 * @param score 0 to 100
 * @param emotion that marks it
 * @param intents most probable first
 * @param outcome whether the matter was settled
 * @param reason why it is quarantined
 */
public record Finished(
    String id,
    String status,
    String channel,
    String language,
    String agent,
    String queue,
    Instant startedAt,
    long durationMs,
    Double score,
    String emotion,
    List<String> intents,
    String outcome,
    String reason) {}
