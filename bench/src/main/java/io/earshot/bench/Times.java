package io.earshot.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How long something took, again and again. Many may add at once. */
final class Times {
  private final List<Double> milliseconds = new CopyOnWriteArrayList<>();

  void add(Duration time) {
    milliseconds.add(time.toNanos() / 1e6);
  }

  private double share(double share) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  double median() {
    return share(0.5);
  }

  /** What all but one in twenty keep under. */
  double p95() {
    return share(0.95);
  }

  String against(Times baseline, String name) {
    return "median %.0f ms, p95 %.0f ms; p95 %.1f times that of %s (%.0f ms)"
        .formatted(median(), p95(), p95() / baseline.p95(), name, baseline.p95());
  }
}
