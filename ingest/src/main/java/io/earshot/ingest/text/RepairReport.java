package io.earshot.ingest.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what was mended in the messages of one conversation. For one thread. */
public final class RepairReport {
  private final Map<Repair, Integer> counts = new EnumMap<>(Repair.class);

  /** Counts places; none counts nothing. */
  void count(Repair repair, int places) {
    if (places > 0) {
      counts.merge(repair, places, Integer::sum);
    }
  }

  /** How many places were mended. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many places of one kind were mended. */
  public int of(Repair repair) {
    return counts.getOrDefault(repair, 0);
  }

  /** Such as {@code mojibake 3, html 12}; empty when nothing was mended. */
  public String summary() {
    return counts.entrySet().stream()
        .map(entry -> "%s %d".formatted(entry.getKey().code(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
