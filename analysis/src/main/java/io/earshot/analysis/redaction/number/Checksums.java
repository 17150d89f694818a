package io.earshot.analysis.redaction.number;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The check digits of numbers. All take any text of digits. */
final class Checksums {
  private static final int[] GB_11643_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final String GB_11643_CHECKS = "10X98765432";

  private Checksums() {}

  /** ISO/IEC 7812-1 annex B. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** GB 11643-1999: region, date of birth, sequence, ISO 7064 MOD 11-2. */
  static boolean chineseId(String text) {
    if (text.length() != 18 || !region(text) || !born(text.substring(6, 14))) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (text.charAt(i) - '0') * GB_11643_WEIGHTS[i];
    }
    return GB_11643_CHECKS.charAt(sum % 11) == Character.toUpperCase(text.charAt(17));
  }

  /** GB 11643-1989: 15 digits without a check digit, so region and date must make sense. */
  static boolean oldChineseId(String digits) {
    return digits.length() == 15 && region(digits) && born("19" + digits.substring(6, 12));
  }

  /** Whether the first digits name a region of China (GB/T 2260). */
  static boolean region(String digits) {
    int province = Integer.parseInt(digits.substring(0, 2));
    return (province >= 11 && province <= 15)
        || (province >= 21 && province <= 23)
        || (province >= 31 && province <= 37)
        || (province >= 41 && province <= 46)
        || (province >= 50 && province <= 54)
        || (province >= 61 && province <= 65)
        || (province >= 81 && province <= 83)
        || province == 71;
  }

  /** Whether eight digits are a date somebody alive may be born on. */
  static boolean born(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    if (year < 1890 || year > 2100) {
      return false;
    }
    try {
      LocalDate.of(
          year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
