package io.earshot.analysis.quantity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to put a quantity, as a pattern over canonical text.
 *
 * @param pattern group 1 is the evidence
 * @param reader what was found; empty where the words mean something else after all
 */
record Rule(Pattern pattern, Reader reader) {

  /** Numbers in canonical text. Possessive, so that nothing is tried twice. */
  static final String NUMBER = "\\d{1,15}+(?:,\\d{3})*+(?:\\.\\d{1,12}+)?+";

  interface Reader {
    Optional<Found> read(Matcher match, LocalDate today);
  }

  /** A meaning without its place. */
  record Found(QuantityKind kind, String value, String unit) {
    static Optional<Found> of(QuantityKind kind, String value) {
      return Optional.of(new Found(kind, value, ""));
    }

    static Optional<Found> of(QuantityKind kind, String value, String unit) {
      return Optional.of(new Found(kind, value, unit));
    }

    static Optional<Found> date(Optional<LocalDate> date) {
      return date.map(day -> new Found(QuantityKind.DATE, day.toString(), ""));
    }

    static Optional<Found> date(LocalDate date) {
      return date(Optional.of(date));
    }
  }

  static Rule of(String pattern, Reader reader) {
    return new Rule(Pattern.compile(pattern), reader);
  }
}
