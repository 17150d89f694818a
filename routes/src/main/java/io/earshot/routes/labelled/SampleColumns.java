package io.earshot.routes.labelled;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How a table is read as samples. Columns are named by the header, or by their number from 1; what
 * is empty is found by the usual names.
 *
 * @param text what was said
 * @param label its class; a row without one is context only
 * @param context what was said before
 * @param dialogue which conversation a row belongs to
 * @param speaker who said it
 * @param usualLabels names of label columns to look for, the likeliest first
 * @param map new names for labels; an empty one leaves its rows out
 * @param below where given, labels are numbers, or several with commas between that are averaged:
 *     below it is "negative", the rest is "other"
 * @param skipped texts that nobody said, such as marks for a whole dialogue: their rows are left
 *     out
 * @param withContext whether what was said before is read at all
 */
public record SampleColumns(
    Optional<String> text,
    Optional<String> label,
    Optional<String> context,
    Optional<String> dialogue,
    Optional<String> speaker,
    List<String> usualLabels,
    Map<String, String> map,
    OptionalDouble below,
    Set<String> skipped,
    boolean withContext) {

  public SampleColumns {
    usualLabels = List.copyOf(usualLabels);
    map = Map.copyOf(map);
    skipped = Set.copyOf(skipped);
  }
}
