package io.earshot.analysis.redaction.contact;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds bank accounts by their IBAN (ISO 13616), in one piece or in groups of four. */
public final class Ibans implements Detector {
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
  private static final int SHORTEST = 15;
  private static final Pattern IBAN =
      Pattern.compile("(?<![a-z0-9])[a-z]{2}[ -]?\\d{2}(?:[ -]?[a-z0-9]){11,30}");

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    Matcher matcher = IBAN.matcher(passage.lower());
    while (matcher.find()) {
      longest(passage.lower(), matcher.start(), matcher.end()).ifPresent(findings::add);
    }
    return findings;
  }

  /** What follows in short words may be taken for the number's last group. */
  private static Optional<Disclosure> longest(String text, int start, int end) {
    for (int to = end; to > start + SHORTEST - 1; to--) {
      boolean whole =
          to == text.length() || !isPart(text.charAt(to)) || !isPart(text.charAt(to - 1));
      if (whole && isPart(text.charAt(to - 1)) && checks(text.substring(start, to))) {
        return Optional.of(Disclosure.of(DataKind.IBAN, start, to, 0.99));
      }
    }
    return Optional.empty();
  }

  private static boolean isPart(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }

  /** ISO 7064 MOD 97-10 over the number with its first four characters moved to the end. */
  static boolean checks(String text) {
    String plain = text.replaceAll("[ -]", "");
    if (plain.length() < SHORTEST) {
      return false;
    }
    StringBuilder number = new StringBuilder();
    (plain.substring(4) + plain.substring(0, 4))
        .chars()
        .forEach(character -> number.append(Character.digit(character, 36)));
    return new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue() == 1;
  }
}
