package io.earshot.conversation.search;

import java.util.List;

/**
 * What could stand at the caret of a query.
 *
 * @param start first character that a completion replaces, from 0
 * @param end character after the last one
 * @param completions most likely first; empty when there is nothing to propose
 */
public record Completions(int start, int end, List<Completion> completions) {

  public Completions {
    completions = List.copyOf(completions);
  }
}
