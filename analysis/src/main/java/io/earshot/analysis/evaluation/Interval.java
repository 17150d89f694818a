package io.earshot.analysis.evaluation;

/**
 * Where a figure lies with a probability of 95 %, by bootstrap (Efron, 1979): the measurement is
 * repeated on samples drawn with replacement from those there are.
 */
public record Interval(double low, double high) {}
