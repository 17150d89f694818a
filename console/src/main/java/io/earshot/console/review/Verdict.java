package io.earshot.console.review;

import java.util.Locale;

/** What a reviewer says of a finding. */
enum Verdict {
  /** It is right. */
  CONFIRMED,
  /** It is something else, which is said. */
  CORRECTED,
  /** There is no such thing. */
  REJECTED;

  /** The name used in JSON: lower case. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
