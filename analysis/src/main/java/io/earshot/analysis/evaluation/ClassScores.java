package io.earshot.analysis.evaluation;

/**
 * How well one class was told.
 *
 * @param precision the share of what was taken for it that is it; 0 when nothing was
 * @param recall the share of it that was found; 0 when there is none
 * @param f1 the harmonic mean of both; 0 when both are
 * @param support how many samples are of it
 */
public record ClassScores(double precision, double recall, double f1, int support) {
  static ClassScores of(int right, int taken, int there) {
    double precision = taken == 0 ? 0 : (double) right / taken;
    double recall = there == 0 ? 0 : (double) right / there;
    double f1 = taken + there == 0 ? 0 : 2.0 * right / (taken + there);
    return new ClassScores(precision, recall, f1, there);
  }
}
