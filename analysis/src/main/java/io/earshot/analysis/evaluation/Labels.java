package io.earshot.analysis.evaluation;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The labels of a file of feelings, and how they go together with the emotions that are known here.
 * A file may use the emotions' own names, or the three sides, or two of them, or {@link #NEGATIVE}
 * and {@link #OTHER}.
 */
public final class Labels {
  public static final String NEGATIVE = "negative";
  public static final String NEUTRAL = "neutral";
  public static final String POSITIVE = "positive";

  /** All that is not negative, where only that is asked. */
  public static final String OTHER = "other";

  private static final int MOST_LISTED = 12;
  private static final Map<String, String> SIDES =
      Map.ofEntries(
          Map.entry("negative", NEGATIVE),
          Map.entry("neg", NEGATIVE),
          Map.entry("负面", NEGATIVE),
          Map.entry("消极", NEGATIVE),
          Map.entry("neutral", NEUTRAL),
          Map.entry("neu", NEUTRAL),
          Map.entry("中性", NEUTRAL),
          Map.entry("positive", POSITIVE),
          Map.entry("pos", POSITIVE),
          Map.entry("正面", POSITIVE),
          Map.entry("积极", POSITIVE));

  private final Set<String> labels;
  private final Map<String, Double> valences;
  private final boolean sides;

  /**
   * The labels of a file.
   *
   * @param valences of the known emotions, -1 to 1
   */
  public Labels(Collection<String> labels, Map<String, Double> valences) {
    this.labels = new TreeSet<>(labels);
    this.valences = Map.copyOf(valences);
    this.sides = Set.of(NEGATIVE, NEUTRAL, POSITIVE, OTHER).containsAll(this.labels);
  }

  /** The usual name of a side; any other label as it is. */
  public static String normal(String label) {
    return SIDES.getOrDefault(label.toLowerCase(Locale.ROOT), label);
  }

  /** Whether the labels are sides and not emotions. */
  public boolean areSides() {
    return sides;
  }

  /** Labels that are neither sides nor known emotions. */
  public Set<String> unknown() {
    return labels.stream()
        .filter(label -> valence(label).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The labels of displeasure; empty when it is not known of every label what it is. */
  public Set<String> negative() {
    if (!unknown().isEmpty()) {
      return Set.of();
    }
    return labels.stream()
        .filter(label -> valence(label).orElse(0.0) < 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What lies between unpleasant (-1) and pleasant (1); empty for labels of unknown meaning. */
  public Optional<Double> valence(String label) {
    return switch (label) {
      case NEGATIVE -> Optional.of(-1.0);
      case POSITIVE -> Optional.of(1.0);
      case NEUTRAL, OTHER -> Optional.of(0.0);
      default -> Optional.ofNullable(valences.get(label));
    };
  }

  /** An emotion in the words of the file: itself, or its side. */
  public String inTheirWords(String emotion, double valence) {
    if (!sides) {
      return emotion;
    }
    double side = valences.getOrDefault(emotion, 0.0);
    if (!labels.contains(NEUTRAL) && !labels.contains(OTHER)) {
      side = side == 0 ? valence : side;
      return side < 0 ? NEGATIVE : POSITIVE;
    }
    if (side < 0) {
      return NEGATIVE;
    }
    return labels.contains(OTHER) ? OTHER : side > 0 ? POSITIVE : NEUTRAL;
  }

  /** The first few of many, as in a message. */
  public static String listed(Collection<String> names) {
    String few =
        names.stream().limit(MOST_LISTED).map("'%s'"::formatted).collect(Collectors.joining(", "));
    int more = names.size() - MOST_LISTED;
    return more > 0 ? "%s and %d more".formatted(few, more) : few;
  }
}
