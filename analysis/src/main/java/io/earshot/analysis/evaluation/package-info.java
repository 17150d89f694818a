/**
 * Measuring: how often the analysis is right, on what people labelled.
 *
 * <p>Everything comes down to rows that say what something was and what it was taken for; {@link
 * io.earshot.analysis.evaluation.Scores} sums them up, with 95 % intervals by bootstrap. {@link
 * io.earshot.analysis.evaluation.ShippedEvaluation} lets the analysis judge as it serves, {@link
 * io.earshot.analysis.evaluation.TrainedEvaluation} trains heads for the purpose and never judges
 * what it learned from. Beside them stand the measures for speech (word error) and redaction
 * (spans), which count otherwise.
 *
 * <p>Draws depend on seeds only: the same file, seeds and release give the same figures.
 */
package io.earshot.analysis.evaluation;
