package io.earshot.analysis.quantity;

import java.util.Locale;

/** What a number stands for. */
public enum QuantityKind {
  /** A plain number. */
  NUMBER,
  /** Digits that name something and are not counted with: an order, a parcel, an account. */
  DIGITS,
  /** Money; the unit is an ISO 4217 code. */
  AMOUNT,
  /** A day, a month, a year, a day with a time: ISO 8601. */
  DATE,
  /** A time of day: {@code 15:30}. */
  TIME,
  /** A length of time: ISO 8601, two of them with a {@code /} between for a range. */
  DURATION,
  PERCENT,
  ORDINAL,
  /** A number of things; the unit is the word for them. */
  QUANTITY;

  /** The name used in files, queries and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
