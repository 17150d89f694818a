package io.earshot.asr.diarization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * All sounds of a call, whoever makes them: a mixture of a few Gaussians with diagonal covariances,
 * each of which comes to stand for a kind of sound. A voice is later told by how it differs from
 * each (Reynolds, Quatieri and Dunn, "Speaker verification using adapted Gaussian mixture models",
 * 2000).
 */
final class Background {
  private static final int ROUNDS = 15;
  // No component may close in on a few frames: at least this share of the whole variance.
  private static final double LEAST_VARIANCE = 0.05;
  private static final double TINY = 1e-6;

  private final int components;
  private final double[] weights;
  private final double[][] means;
  private final double[][] variances;

  private Background(int components) {
    this.components = components;
    weights = new double[components];
    means = new double[components][];
    variances = new double[components][];
  }

  /** Learns from frames, at least as many as components; the same frames give the same mixture. */
  static Background of(List<float[]> frames, int components) {
    Background background = new Background(components);
    double[] floor = variance(frames, mean(frames));
    for (int d = 0; d < floor.length; d++) {
      floor[d] = LEAST_VARIANCE * floor[d] + TINY;
    }
    List<List<float[]>> cells = cells(frames, components);
    for (int k = 0; k < components; k++) {
      List<float[]> cell = cells.get(k);
      double[] mean = mean(cell);
      background.set(k, (double) cell.size() / frames.size(), mean, variance(cell, mean), floor);
    }
    for (int round = 0; round < ROUNDS; round++) {
      background.learn(frames, floor);
    }
    return background;
  }

  int components() {
    return components;
  }

  double weight(int component) {
    return weights[component];
  }

  /** How far a value lies from a component's mean, in its standard deviations. */
  double deviation(float[] frame, int component, int dimension) {
    return (frame[dimension] - means[component][dimension])
        / Math.sqrt(variances[component][dimension]);
  }

  /** How probably each component made a frame; they sum to one. */
  double[] shares(float[] frame) {
    double[] shares = new double[components];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < components; k++) {
      double log = Math.log(weights[k]);
      for (int d = 0; d < frame.length; d++) {
        double off = frame[d] - means[k][d];
        log -= 0.5 * (off * off / variances[k][d] + Math.log(variances[k][d]));
      }
      shares[k] = log;
      most = Math.max(most, log);
    }
    double sum = 0;
    for (int k = 0; k < components; k++) {
      shares[k] = Math.exp(shares[k] - most);
      sum += shares[k];
    }
    for (int k = 0; k < components; k++) {
      shares[k] /= sum;
    }
    return shares;
  }

  /** One round of expectation and maximisation (Dempster, Laird and Rubin, 1977). */
  private void learn(List<float[]> frames, double[] floor) {
    int size = floor.length;
    double[] counts = new double[components];
    double[][] sums = new double[components][size];
    double[][] squares = new double[components][size];
    for (float[] frame : frames) {
      double[] shares = shares(frame);
      for (int k = 0; k < components; k++) {
        counts[k] += shares[k];
        for (int d = 0; d < size; d++) {
          sums[k][d] += shares[k] * frame[d];
          squares[k][d] += shares[k] * frame[d] * frame[d];
        }
      }
    }
    for (int k = 0; k < components; k++) {
      double count = counts[k] + TINY;
      double[] mean = sums[k];
      double[] variance = squares[k];
      for (int d = 0; d < size; d++) {
        mean[d] /= count;
        variance[d] = variance[d] / count - mean[d] * mean[d];
      }
      set(k, count / frames.size(), mean, variance, floor);
    }
  }

  private void set(int k, double weight, double[] mean, double[] variance, double[] floor) {
    weights[k] = weight;
    means[k] = mean;
    for (int d = 0; d < floor.length; d++) {
      variance[d] = Math.max(floor[d], variance[d]);
    }
    variances[k] = variance;
  }

  /** Halves the widest cell across its widest dimension, again and again. */
  private static List<List<float[]>> cells(List<float[]> frames, int wanted) {
    List<List<float[]>> cells = new ArrayList<>(List.of(frames));
    while (cells.size() < wanted) {
      cells.sort(Comparator.comparingDouble(cell -> -spread(cell)));
      List<float[]> widest = cells.remove(0);
      double[] variance = variance(widest, mean(widest));
      int dimension = 0;
      for (int d = 1; d < variance.length; d++) {
        dimension = variance[d] > variance[dimension] ? d : dimension;
      }
      int across = dimension;
      List<float[]> sorted = new ArrayList<>(widest);
      sorted.sort(Comparator.comparingDouble(frame -> frame[across]));
      cells.add(sorted.subList(0, sorted.size() / 2));
      cells.add(sorted.subList(sorted.size() / 2, sorted.size()));
    }
    return cells;
  }

  private static double spread(List<float[]> cell) {
    return cell.size() * Arrays.stream(variance(cell, mean(cell))).sum();
  }

  private static double[] mean(List<float[]> frames) {
    double[] mean = new double[Cepstrum.SIZE];
    for (float[] frame : frames) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += frame[d];
      }
    }
    for (int d = 0; d < mean.length; d++) {
      mean[d] /= Math.max(1, frames.size());
    }
    return mean;
  }

  private static double[] variance(List<float[]> frames, double[] mean) {
    double[] variance = new double[mean.length];
    for (float[] frame : frames) {
      for (int d = 0; d < mean.length; d++) {
        variance[d] += (frame[d] - mean[d]) * (frame[d] - mean[d]);
      }
    }
    for (int d = 0; d < mean.length; d++) {
      variance[d] = variance[d] / Math.max(1, frames.size()) + TINY;
    }
    return variance;
  }
}
