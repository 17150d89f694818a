package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.DataKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What numbers of each kind look like once words have announced them. */
final class Shapes {
  private static final Map<DataKind, Shape> ANNOUNCED = new EnumMap<>(DataKind.class);

  static {
    ANNOUNCED.put(DataKind.CARD_CODE, new Shape(3, 4, 0, 0, 25));
    ANNOUNCED.put(DataKind.CARD_EXPIRY, new Shape(3, 6, 0, 0, 25));
    ANNOUNCED.put(DataKind.BANK_ACCOUNT, new Shape(5, 24, 0, 6, 60));
    ANNOUNCED.put(DataKind.NATIONAL_ID, new Shape(4, 15, 0, 4, 60));
    ANNOUNCED.put(DataKind.CHINA_ID, new Shape(15, 18, 0, 1, 60));
    ANNOUNCED.put(DataKind.PASSPORT, new Shape(6, 10, 0, 3, 40));
    ANNOUNCED.put(DataKind.DRIVER_LICENCE, new Shape(5, 18, 0, 8, 60));
    ANNOUNCED.put(DataKind.PLATE, new Shape(1, 6, 1, 6, 40));
    ANNOUNCED.put(DataKind.CARD, new Shape(12, 19, 0, 0, 60));
    ANNOUNCED.put(DataKind.ORDER_NUMBER, new Shape(4, 24, 0, 8, 60));
  }

  /** The first digits of card numbers in use (ISO/IEC 7812, and JCB's old 1800 and 2131). */
  private static final Pattern ISSUERS =
      Pattern.compile("(?:4|5[0-9]|6[0-9]|3[0-9]|2[2-7]|1800|2131|8[1-2]|9[7-8])\\d*+");

  private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:0?0?86)?1[3-9]\\d{9}");

  private Shapes() {}

  static Optional<Claim> announced(DataKind kind, String code, int distance) {
    Shape shape = ANNOUNCED.get(kind);
    return shape != null && shape.fits(code) && distance <= shape.reach()
        ? Claim.of(kind, kind == DataKind.CARD ? 0.65 : 0.8)
        : Optional.empty();
  }

  static boolean cardIssuer(String digits) {
    return ISSUERS.matcher(digits).matches();
  }

  static boolean chineseMobile(String digits) {
    return CHINESE_MOBILE.matcher(digits).matches();
  }

  static boolean cardLength(int digits) {
    return digits >= 13 && digits <= 19;
  }

  /**
   * @param reach how many characters the announcing words may stand before it
   */
  private record Shape(
      int leastDigits, int mostDigits, int leastLetters, int mostLetters, int reach) {
    boolean fits(String code) {
      int digits = (int) code.chars().filter(c -> c >= '0' && c <= '9').count();
      int letters = code.length() - digits;
      return digits >= leastDigits
          && digits <= mostDigits
          && letters >= leastLetters
          && letters <= mostLetters;
    }
  }
}
