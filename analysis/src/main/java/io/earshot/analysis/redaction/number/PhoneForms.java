package io.earshot.analysis.redaction.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.regex.Pattern;

/** Whether something written looks like a phone number, and in which country it would be one. */
final class PhoneForms {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private static final Pattern DATE =
      Pattern.compile(
          "(?:19|20)\\d{2}[-/. ]\\d{1,2}[-/. ]\\d{1,2}(?: \\d{1,2})?+|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{2}|(?:19|20)\\d{2})");
  private static final Pattern AMERICAN =
      Pattern.compile("(?:\\+?1[-. ]?)?\\(?\\d{3}\\)?[-. ]?\\d{3}[-. ]\\d{4}");
  private static final Pattern CHINESE_LINE =
      Pattern.compile("\\(?0\\d{2,3}\\)?[- ]\\d{3,4}[- ]?\\d{4}|[48]00[- ]\\d{3,4}[- ]\\d{3,4}");
  private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d{2}[- /](?:19|20)\\d{2}");

  private final List<String> regions;

  PhoneForms(List<String> regions) {
    this.regions = List.copyOf(regions);
  }

  /** Whether a region is one that numbers are known for. */
  static boolean knows(String region) {
    return NUMBERS.getSupportedRegions().contains(region);
  }

  static boolean isDate(String raw) {
    return DATE.matcher(raw).matches() || YEARS.matcher(raw).matches();
  }

  /** A form that hardly anything else is written in. */
  static boolean isTelling(String raw) {
    return AMERICAN.matcher(raw).matches() || CHINESE_LINE.matcher(raw).matches();
  }

  boolean isInternational(String raw) {
    return valid(raw, "ZZ");
  }

  /** Whether it is a number of one of the settings' regions. */
  boolean isNational(String raw) {
    return regions.stream().anyMatch(region -> valid(raw, region));
  }

  boolean isNational(String raw, String region) {
    return regions.contains(region) && valid(raw, region);
  }

  private static boolean valid(String raw, String region) {
    try {
      PhoneNumber number = NUMBERS.parse(raw, region);
      return NUMBERS.isValidNumber(number);
    } catch (NumberParseException e) {
      return false;
    }
  }
}
