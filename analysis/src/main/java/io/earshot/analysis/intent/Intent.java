package io.earshot.analysis.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something customers want, as an operator describes it.
 *
 * @param name snake_case, the same in queries, files and JSON
 * @param title for people, by language
 * @param department whose work it is; empty where nobody said
 * @param touchpoint where in the customer's journey it arises; empty where nobody said
 * @param weight 0 to 1, how much it counts among the intents of a whole conversation: a thank-you
 *     is rarely why somebody calls
 * @param examples what customers say, by language
 */
public record Intent(
    String name,
    Map<String, String> title,
    String department,
    String touchpoint,
    double weight,
    Map<String, List<String>> examples) {

  public Intent {
    title = Map.copyOf(title);
    examples = Map.copyOf(examples);
  }

  /** The same intent with the examples of another description of it. */
  Intent with(Intent other) {
    Map<String, List<String>> all = new HashMap<>(examples);
    other.examples.forEach(
        (language, texts) ->
            all.merge(
                language,
                texts,
                (mine, more) -> Stream.concat(mine.stream(), more.stream()).distinct().toList()));
    return new Intent(
        name,
        title,
        department.isEmpty() ? other.department : department,
        touchpoint.isEmpty() ? other.touchpoint : touchpoint,
        weight,
        all);
  }

  /** Whether another description of the intent says nothing else about it. */
  boolean agrees(Intent other) {
    return weight == other.weight
        && agree(department, other.department)
        && agree(touchpoint, other.touchpoint);
  }

  private static boolean agree(String mine, String other) {
    return mine.isEmpty() || other.isEmpty() || mine.equals(other);
  }
}
