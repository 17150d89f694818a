package io.earshot.console.review;

import io.earshot.console.http.Problem;

/**
 * What a reviewer says of a finding.
 *
 * @param kind of the finding
 * @param name of the finding; empty where it has none
 * @param turn its index; -1 for the whole conversation
 * @param correctName what it should have been; empty unless corrected
 */
record NewReview(
    String kind, String name, Integer turn, Verdict verdict, String correctName, String note) {
  static final int WHOLE = -1;

  NewReview {
    name = name == null ? "" : name;
    turn = turn == null ? WHOLE : turn;
    correctName = correctName == null ? "" : correctName.strip();
    note = note == null ? "" : note;
    if (verdict == Verdict.CORRECTED && correctName.isEmpty()) {
      throw Problem.invalid("A correction needs correct_name: what it should have been");
    }
    if (verdict != Verdict.CORRECTED && !correctName.isEmpty()) {
      throw Problem.invalid("Only a correction takes correct_name");
    }
  }
}
