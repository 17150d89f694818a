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

  /** Lengths by country, from the IBAN registry (SWIFT, release 99). */
  private static final String LENGTHS =
      "ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27"
          + " dk18 do28 ee20 eg29 es24 fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21"
          + " hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27"
          + " md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24"
          + " rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22"
          + " vg24 xk20 ye30 ";

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
    for (int to = end; to >= start + SHORTEST; to--) {
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
    if (!LENGTHS.contains(plain.substring(0, 2) + plain.length() + " ")) {
      return false;
    }
    StringBuilder number = new StringBuilder();
    (plain.substring(4) + plain.substring(0, 4))
        .chars()
        .forEach(character -> number.append(Character.digit(character, 36)));
    return new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue() == 1;
  }
}
