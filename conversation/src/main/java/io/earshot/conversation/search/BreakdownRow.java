package io.earshot.conversation.search;

/**
 * The figures of the conversations that have one value.
 *
 * @param value an agent's name, a queue, an hour, ...
 * @param now of the period asked for
 * @param before of the period it is compared with
 */
public record BreakdownRow(String value, Figures now, Figures before) {}
