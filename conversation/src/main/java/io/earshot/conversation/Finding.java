package io.earshot.conversation;

import java.util.Map;

/**
 * One statement about a conversation, with its evidence.
 *
 * @param kind what sort of statement: {@code intent}, {@code emotion}, {@code keyword}, {@code
 *     summary}, {@code silence}, {@code overlap}, ...
 * @param name which one: the intent's or emotion's name, the keyword itself; may be empty
 * @param turn index of the turn it rests on
 * @param start first character of the evidence in the turn's text
 * @param end character after the evidence, not before {@code start}
 * @param confidence 0 to 1, the probability that the statement is right as far as it is known
 * @param figures the statement's own numbers by snake_case name, such as {@code duration_ms}
 */
public record Finding(
    String kind,
    String name,
    int turn,
    int start,
    int end,
    double confidence,
    Map<String, Double> figures) {

  public static final String INTENT = "intent";
  public static final String EMOTION = "emotion";
  public static final String KEYWORD = "keyword";
  public static final String SUMMARY = "summary";
  public static final String SILENCE = "silence";
  public static final String OVERLAP = "overlap";
  public static final String SHIFT = "shift";

  public Finding {
    figures = Map.copyOf(figures);
  }

  @Override
  public String toString() {
    return "Finding[%s, turn %d, %d-%d]".formatted(kind, turn, start, end);
  }
}
