package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.DataKind;
import java.util.Optional;

/** A kind that takes a number for its own, and how surely. */
record Claim(DataKind kind, double confidence) {

  static Optional<Claim> of(DataKind kind, double confidence) {
    return Optional.of(new Claim(kind, confidence));
  }
}
