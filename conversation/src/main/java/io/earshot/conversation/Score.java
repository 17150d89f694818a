package io.earshot.conversation;

import java.util.List;

/**
 * One figure for how a conversation went, and what it is made of.
 *
 * @param value 0 (worst) to 100
 * @param parts whose weighted mean it is
 */
public record Score(double value, List<Part> parts) {

  /**
   * One part of a score.
   *
   * @param name snake_case
   * @param value 0 to 100
   * @param weight share in the whole, 0 to 1; the weights of a score add up to 1
   */
  public record Part(String name, double value, double weight) {}

  public Score {
    parts = List.copyOf(parts);
  }
}
