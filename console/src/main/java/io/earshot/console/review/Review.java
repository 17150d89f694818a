package io.earshot.console.review;

import java.time.Instant;

/**
 * A review as it is kept.
 *
 * @param number of the review
 * @param conversation its id
 * @param by who said it
 * @param at when it was said last
 */
record Review(
    long number,
    String conversation,
    String kind,
    String name,
    int turn,
    Verdict verdict,
    String correctName,
    String note,
    String by,
    Instant at) {

  /** What is right according to it; empty when only that the finding is wrong is known. */
  String label() {
    return switch (verdict) {
      case CONFIRMED -> name;
      case CORRECTED -> correctName;
      case REJECTED -> "";
    };
  }
}
