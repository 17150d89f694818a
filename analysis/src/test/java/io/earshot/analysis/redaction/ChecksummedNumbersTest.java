package io.earshot.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.redaction.finding.DataKind;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Written numbers with a check digit are told from those without by it. */
class ChecksummedNumbersTest {
  private static final int NUMBERS = 500;
  private static final String[] ISSUERS = {"4", "51", "55", "2221", "34", "37", "6011", "62", "35"};
  private static final String[] AROUND = {
    "%s", "please charge %s today", "it is %s, thanks", "扣的是%s这张", "用%s付的款,谢谢", "so (%s)"
  };
  private static final String[] REGIONS = {"110101", "310115", "440305", "510104", "650102"};
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private final Random random = new Random(3);

  @Test
  void cards() {
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < NUMBERS; i++) {
      String issuer = ISSUERS[random.nextInt(ISSUERS.length)];
      int length =
          issuer.startsWith("3") && !issuer.equals("35") ? 15 : issuer.equals("62") ? 19 : 16;
      String digits = issuer + digits(length - 1 - issuer.length());
      int check = luhn(digits);
      found += finds(DataKind.CARD, grouped(digits + check)) ? 1 : 0;
      wrong += finds(DataKind.CARD, grouped(digits + (check + 1 + random.nextInt(9)) % 10)) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(NUMBERS * 99 / 100);
    assertThat(wrong).isLessThanOrEqualTo(NUMBERS / 100);
  }

  @Test
  void chineseIds() {
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < NUMBERS; i++) {
      String digits =
          "%s%d%02d%02d%s"
              .formatted(
                  REGIONS[random.nextInt(REGIONS.length)],
                  1940 + random.nextInt(80),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  digits(3));
      String checks = "10X98765432";
      int check = check(digits);
      found += finds(DataKind.CHINA_ID, digits + checks.charAt(check)) ? 1 : 0;
      wrong += finds(DataKind.CHINA_ID, digits + checks.charAt((check + 3) % 11)) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(NUMBERS * 99 / 100);
    assertThat(wrong).isLessThanOrEqualTo(NUMBERS / 100);
  }

  @Test
  void ibans() {
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < NUMBERS; i++) {
      String account = digits(18);
      int rest = new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
      String check = "%02d".formatted(98 - rest);
      String iban = "DE" + check + account;
      found += finds(DataKind.IBAN, random.nextBoolean() ? iban : spaced(iban, " ")) ? 1 : 0;
      wrong +=
          finds(DataKind.IBAN, "DE" + "%02d".formatted(98 - (rest + 5) % 97) + account) ? 1 : 0;
    }
    assertThat(found).isEqualTo(NUMBERS);
    assertThat(wrong).isZero();
  }

  private boolean finds(DataKind kind, String number) {
    String text = AROUND[random.nextInt(AROUND.length)].formatted(number);
    int start = text.indexOf(number);
    return Redactors.shipped().find(text, "").stream()
        .anyMatch(d -> d.is(kind) && d.start() <= start && d.end() >= start + number.length());
  }

  private String grouped(String number) {
    return switch (random.nextInt(3)) {
      case 0 -> number;
      case 1 -> spaced(number, " ");
      default -> spaced(number, "-");
    };
  }

  private static String spaced(String number, String separator) {
    return number.replaceAll("(.{4})(?=.)", "$1" + separator);
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
    }
    return (10 - sum % 10) % 10;
  }

  private static int check(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return sum % 11;
  }
}
