package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.Optional;

/** Whose a written number is: by check digits, by announcing words, by the form of phones. */
final class WrittenClaims {
  private static final int LEAST_PHONE = 7;
  private static final int MOST_PHONE = 15;

  private final ContextWords context;
  private final PhoneForms phones;

  WrittenClaims(ContextWords context, PhoneForms phones) {
    this.context = context;
    this.phones = phones;
  }

  Optional<Claim> claim(Passage passage, int start, int end, String digits) {
    if (digits.length() < LEAST_PHONE || PhoneForms.isDate(raw(passage, start, end))) {
      return Optional.empty();
    }
    Optional<DataKind> announced = context.announced(passage, start);
    Optional<Claim> checked = checked(digits, announced);
    boolean order = announced.equals(Optional.of(DataKind.ORDER_NUMBER));
    if (checked.isPresent() || (order && !PhoneForms.isTelling(raw(passage, start, end)))) {
      return checked;
    }
    return phone(passage, start, end, digits, announced);
  }

  /** Without a passage to look at, as for a number that is spread over messages. */
  Optional<Claim> checked(String digits, Optional<DataKind> announced) {
    if (Checksums.chineseId(digits)) {
      return Claim.of(DataKind.CHINA_ID, 0.99);
    }
    boolean named = announced.equals(Optional.of(DataKind.CARD));
    if (isCard(digits, named) && !announced.equals(Optional.of(DataKind.ORDER_NUMBER))) {
      return Claim.of(DataKind.CARD, named ? 0.99 : 0.95);
    }
    if (Checksums.oldChineseId(digits)) {
      return Claim.of(
          DataKind.CHINA_ID, announced.equals(Optional.of(DataKind.CHINA_ID)) ? 0.9 : 0.55);
    }
    return Optional.empty();
  }

  private static boolean isCard(String digits, boolean named) {
    int length = digits.length();
    boolean possible =
        named
            ? length >= 12 && length <= 19
            : Shapes.cardLength(length) && Shapes.cardIssuer(digits);
    return possible && digits.chars().distinct().count() > 1 && Checksums.luhn(digits);
  }

  private Optional<Claim> phone(
      Passage passage, int start, int end, String digits, Optional<DataKind> announced) {
    int length = digits.length();
    if (length > MOST_PHONE) {
      return Optional.empty();
    }
    if (Shapes.chineseMobile(digits)) {
      return Claim.of(DataKind.PHONE, 0.95);
    }
    boolean named =
        announced.equals(Optional.of(DataKind.PHONE))
            || (announced.isEmpty() && context.follows(passage, end, DataKind.PHONE));
    return named
        ? Claim.of(DataKind.PHONE, 0.9)
        : byForm(passage, raw(passage, start, end), digits);
  }

  private Optional<Claim> byForm(Passage passage, String raw, String digits) {
    if (raw.startsWith("+") || digits.startsWith("00")) {
      String international = raw.startsWith("+") ? raw : "+" + digits.substring(2);
      return phones.isInternational(international)
          ? Claim.of(DataKind.PHONE, 0.95)
          : Optional.empty();
    }
    if (PhoneForms.isTelling(raw)) {
      return Claim.of(DataKind.PHONE, 0.85);
    }
    boolean grouped = raw.length() > digits.length();
    boolean decimal = raw.indexOf('.') >= 0 && raw.indexOf('.') == raw.lastIndexOf('.');
    boolean opened = raw.startsWith("0") || raw.startsWith("(") || digits.length() >= 10;
    if (grouped && !decimal && opened && digits.length() >= 8 && phones.isNational(raw)) {
      return Claim.of(DataKind.PHONE, 0.75);
    }
    boolean chineseLine = digits.startsWith("0") && phones.isNational(digits, "CN");
    boolean american =
        !passage.chinese() && digits.length() == 10 && phones.isNational(digits, "US");
    return chineseLine || american ? Claim.of(DataKind.PHONE, 0.55) : Optional.empty();
  }

  private static String raw(Passage passage, int start, int end) {
    return passage.text().substring(start, end);
  }
}
