package io.earshot.analysis.intent;

import java.util.List;
import java.util.Map;

/**
 * Something customers want, as an operator describes it.
 *
 * @param name snake_case, the same in queries, files and JSON
 * @param title for people, by language
 * @param weight 0 to 1, how much it counts among the intents of a whole conversation: a thank-you
 *     is rarely why somebody calls
 * @param examples what customers say, by language
 */
public record Intent(
    String name, Map<String, String> title, double weight, Map<String, List<String>> examples) {

  public Intent {
    title = Map.copyOf(title);
    examples = Map.copyOf(examples);
  }
}
