package io.earshot.analysis.quantity;

import io.earshot.analysis.language.Span;

/**
 * A number, amount, date, time or duration in a text.
 *
 * @param kind what it stands for
 * @param value normalised: plain decimals ({@code 350}, {@code 3.5}), ISO 8601 for dates, times and
 *     durations; two with a {@code /} between for a range
 * @param unit currency, unit or measure word; {@code business_day} for a duration in working days;
 *     empty where there is none
 * @param span where it stands in the text as it was said
 */
public record Quantity(QuantityKind kind, String value, String unit, Span span) {

  /** Value and unit. */
  public String normalised() {
    return unit.isEmpty() ? value : value + " " + unit;
  }

  @Override
  public String toString() {
    return "Quantity[%s, %d-%d]".formatted(kind, span.start(), span.end());
  }
}
