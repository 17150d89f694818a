package io.earshot.console.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A comment as it is kept.
 *
 * @param number of the comment
 * @param conversation its id
 * @param endMs null for a moment
 * @param turn null where times say it
 * @param by who wrote it
 * @param changedAt null until it is changed
 * @param agent whose conversation it was when the comment was written; empty when not known
 * @param queue where it waited then; empty when not known
 */
record Comment(
    long number,
    String conversation,
    String text,
    long startMs,
    Long endMs,
    Integer turn,
    boolean coaching,
    String by,
    Instant at,
    Instant changedAt,
    @JsonIgnore String agent,
    @JsonIgnore String queue) {}
