package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.DataKind;
import java.util.Optional;

/**
 * Whose a spoken number is. Digits are lost and misheard, so a long row of them is taken for a card
 * even when its check digit is wrong: 13 digits are read out for hardly anything else.
 */
final class SpokenClaims {
  private static final int LEAST_PHONE = 7;
  private static final int SURE_PHONE = 10;
  private static final int LEAST_SAID = 5;
  private static final int LEAST_SAID_OF_LONG = 3;

  /** "The last four digits of your phone number". */
  private static final int LAST_DIGITS = 4;

  private SpokenClaims() {}

  static Optional<Claim> claim(Run run, Optional<DataKind> announced) {
    String digits = run.digits();
    Optional<Claim> checked = checked(digits);
    if (checked.isPresent()) {
      return checked;
    }
    Optional<Claim> named = announced.flatMap(kind -> named(kind, digits, run));
    return named.isPresent() ? named : unnamed(digits, run);
  }

  private static Optional<Claim> checked(String digits) {
    if (Checksums.chineseId(digits)) {
      return Claim.of(DataKind.CHINA_ID, 0.99);
    }
    boolean card =
        Shapes.cardLength(digits.length()) && Shapes.cardIssuer(digits) && Checksums.luhn(digits);
    return card ? Claim.of(DataKind.CARD, 0.97) : Optional.empty();
  }

  private static Optional<Claim> named(DataKind kind, String digits, Run run) {
    int length = digits.length();
    return switch (kind) {
      case CARD -> length >= 8 ? Claim.of(kind, 0.75) : Optional.empty();
      case CHINA_ID -> length >= 12 ? Claim.of(kind, 0.75) : Optional.empty();
      case PHONE ->
          length >= LAST_DIGITS && run.saidOneByOne() >= LAST_DIGITS
              ? Claim.of(kind, length > LAST_DIGITS ? 0.85 : 0.6)
              : Optional.empty();
      case BIRTH_DATE -> length >= 4 && length <= 8 ? Claim.of(kind, 0.7) : Optional.empty();
      case CARD_CODE,
          CARD_EXPIRY,
          BANK_ACCOUNT,
          NATIONAL_ID,
          PASSPORT,
          DRIVER_LICENCE,
          ORDER_NUMBER ->
          Shapes.announced(kind, digits, 0);
      case IBAN, EMAIL, URL, IP, ADDRESS, PLATE, PERSON -> Optional.empty();
    };
  }

  private static Optional<Claim> unnamed(String digits, Run run) {
    int length = digits.length();
    int least = length >= SURE_PHONE ? LEAST_SAID_OF_LONG : LEAST_SAID;
    if (run.saidOneByOne() < least) {
      return Optional.empty();
    }
    if (Shapes.chineseMobile(digits)) {
      return Claim.of(DataKind.PHONE, 0.95);
    }
    if (length >= 13) {
      boolean twice = digits.substring(0, length / 2).equals(digits.substring((length + 1) / 2));
      return Claim.of(twice ? DataKind.PHONE : DataKind.CARD, 0.7);
    }
    return length >= LEAST_PHONE
        ? Claim.of(DataKind.PHONE, length >= SURE_PHONE ? 0.85 : 0.6)
        : Optional.empty();
  }
}
