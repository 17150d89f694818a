/**
 * Repeatable measurements: {@code ./earshot bench NAME}.
 *
 * <p>Machines are noisy, so what can be is measured as a ratio against a named baseline in the same
 * run. Nothing here decides whether a test passes; docs/BENCHMARKS.md holds the figures and the
 * commands that repeat them.
 */
package io.earshot.bench;
