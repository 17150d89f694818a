package io.earshot.analysis.evaluation;

/**
 * A sample with what was made of it.
 *
 * @param row which sample: the same one judged by several heads has one row
 * @param gold its label; not looked at out of scope
 * @param predicted the class it was taken for
 * @param inScope whether it is of any of the classes at all
 * @param familiarity the higher, the more it was like any class
 * @param displeasure the higher, the more negative it was taken for; NaN where that is not asked
 * @param negative whether its label is a negative one
 */
record Judged(
    int row,
    String gold,
    String predicted,
    boolean inScope,
    double familiarity,
    double displeasure,
    boolean negative) {

  Judged atRow(int newRow) {
    return new Judged(newRow, gold, predicted, inScope, familiarity, displeasure, negative);
  }
}
