package io.earshot.analysis.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds where a smooth convex function is lowest, by L-BFGS (Nocedal, 1980) with backtracking.
 * Nothing is drawn by chance and there is no rate to set: the same function gives the same point.
 */
final class Descent {
  private static final int MEMORY = 8;
  private static final int MOST_HALVINGS = 20;
  private static final double SUFFICIENT = 1e-4;

  /** Less than this share of the value gained in a step: near enough. */
  private static final double ENOUGH = 1e-5;

  private final Slope slope;
  private final Deque<Move> moves = new ArrayDeque<>();

  private Descent(Slope slope) {
    this.slope = slope;
  }

  /**
   * The function: its value at a point, and its gradient, which it writes over {@code gradient}.
   */
  interface Slope {
    double at(double[] point, double[] gradient);
  }

  /** What a step did to the point and to the gradient. */
  private record Move(double[] point, double[] gradient, double product) {}

  /** The lowest point found from the origin in at most {@code steps} steps. */
  static double[] lowest(Slope slope, int size, int steps) {
    return new Descent(slope).run(size, steps);
  }

  private double[] run(int size, int steps) {
    double[] point = new double[size];
    double[] gradient = new double[size];
    double value = slope.at(point, gradient);
    for (int step = 0; step < steps; step++) {
      double[] direction = direction(gradient);
      double downhill = product(gradient, direction);
      double length = moves.isEmpty() ? Math.min(1, 1 / Math.sqrt(-downhill + 1e-300)) : 1;
      double[] next = point;
      double[] nextGradient = new double[size];
      double nextValue = value;
      for (int halving = 0; halving < MOST_HALVINGS; halving++) {
        next = sum(point, direction, length);
        nextValue = slope.at(next, nextGradient);
        if (nextValue <= value + SUFFICIENT * length * downhill) {
          break;
        }
        length /= 2;
      }
      if (nextValue >= value) {
        return point;
      }
      remember(sum(next, point, -1), sum(nextGradient, gradient, -1));
      double gained = value - nextValue;
      point = next;
      gradient = nextGradient;
      value = nextValue;
      if (gained < ENOUGH * Math.abs(value)) {
        return point;
      }
    }
    return point;
  }

  private void remember(double[] point, double[] gradient) {
    double product = product(point, gradient);
    if (product > 1e-12) {
      if (moves.size() == MEMORY) {
        moves.removeFirst();
      }
      moves.addLast(new Move(point, gradient, product));
    }
  }

  /** Downhill, bent by the curvature that the last moves met. */
  private double[] direction(double[] gradient) {
    double[] direction = sum(new double[gradient.length], gradient, -1);
    double[] shares = new double[moves.size()];
    int i = moves.size();
    for (Iterator<Move> back = moves.descendingIterator(); back.hasNext(); ) {
      Move move = back.next();
      shares[--i] = product(move.point, direction) / move.product;
      add(direction, move.gradient, -shares[i]);
    }
    if (!moves.isEmpty()) {
      Move last = moves.getLast();
      scale(direction, last.product / product(last.gradient, last.gradient));
    }
    for (Move move : moves) {
      double share = product(move.gradient, direction) / move.product;
      add(direction, move.point, shares[i++] - share);
    }
    return direction;
  }

  private static double product(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  private static double[] sum(double[] first, double[] second, double times) {
    double[] sum = first.clone();
    add(sum, second, times);
    return sum;
  }

  private static void add(double[] to, double[] second, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * second[i];
    }
  }

  private static void scale(double[] vector, double by) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= by;
    }
  }
}
