package io.earshot.routes.source;

import io.earshot.conversation.CheckResult;
import java.time.Instant;
import java.util.Optional;

/**
 * How a source fares.
 *
 * @param source which
 * @param health whether it can be read and everything in it be taken
 * @param received conversations taken since the start
 * @param lastAt when the last one was taken; empty when none was
 */
public record SourceState(
    Source source, CheckResult health, long received, Optional<Instant> lastAt) {}
