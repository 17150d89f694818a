package io.earshot.asr.sound;

/**
 * A Kaiser window, which makes filters that keep what they stop so far down (J. F. Kaiser,
 * "Nonrecursive digital filter design using the I0-sinh window function", 1974).
 */
final class Kaiser {
  private final double beta;
  private final double norm;

  /** A window for a stop band so many decibels down, above 50. */
  Kaiser(double stopBandDb) {
    beta = 0.1102 * (stopBandDb - 8.7);
    norm = bessel(beta);
  }

  /** Its value between the edges at -1 and 1; 0 from there on. */
  double at(double place) {
    return Math.abs(place) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - place * place)) / norm;
  }

  // Modified Bessel function of the first kind, order 0, by its power series.
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
