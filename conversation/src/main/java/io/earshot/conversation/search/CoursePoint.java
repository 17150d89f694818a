package io.earshot.conversation.search;

import java.time.Instant;

/**
 * One step of a course over time.
 *
 * @param from its first moment
 * @param to the moment after it
 * @param figures of the conversations that started within it
 */
public record CoursePoint(Instant from, Instant to, Figures figures) {}
