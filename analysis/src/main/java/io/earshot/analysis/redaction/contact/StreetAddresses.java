package io.earshot.analysis.redaction.contact;

import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds postal addresses as they are written and spoken in English: a number, words, a kind of
 * street; a flat behind a street; a post box; whatever follows "my address is" with a number in it.
 */
public final class StreetAddresses implements Detector {
  private static final String DIGIT_WORD =
      "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten"
          + "|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
          + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|double|and)";
  private static final String NUMBER = "(?:\\d{1,6}[a-z]?|(?:" + DIGIT_WORD + "[ -]){1,8}?)";
  private static final Pattern NUMBER_WORD = Pattern.compile(DIGIT_WORD);
  private static final String SURE =
      "street|avenue|road|boulevard|lane|highway|parkway|terrace|crescent|blvd|ave|rd|str|strasse|straße";
  private static final String UNSURE =
      "drive|court|place|way|square|circle|trail|close|st|dr|ln|ct";
  private static final String FLAT =
      "(?:[,\\s]{1,6}(?:apt\\.?|apartment|suite|unit|flat|room|floor|#)\\s?(?:\\d{1,5}[a-z]?|[a-z]|(?:one|two|three|four|five|six|seven|eight|nine|ten|[a-z])(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|zero|oh)){0,3})(?![\\p{L}\\p{N}]))";
  private static final String PLACE =
      "(?:[,\\s]{1,6}\\p{L}[\\p{L}'. ]{1,30}?,?\\s(?:[a-z]{2}\\s)?(?:\\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]? \\d[a-z]{2})(?!\\d))";

  private static final Pattern STREET =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])"
              + NUMBER
              + "\\s?((?:[\\p{L}\\p{N}'.-]{1,24}\\s){1,4}?)(?:("
              + SURE
              + ")|"
              + UNSURE
              + ")(?![\\p{L}\\p{N}])\\.?"
              + FLAT
              + "?"
              + PLACE
              + "?");

  private static final Pattern BEFORE_FLAT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])\\d{1,6}\\s[\\p{L}][^\\n,;:?!]{2,50}?" + FLAT + PLACE + "?");

  private static final Pattern BOX =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:p\\.?\\s?o\\.?\\s?box|psc \\d{1,5},? box|unit \\d{1,5},? box)\\s?\\d{1,6}(?:[,\\s]{1,3}(?:apo|fpo|dpo) [a-z]{2} \\d{5})?");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "[\\s:]{0,6}(?:is|to|are|at|as|with|now|be|changed|it's)?[\\s:]{0,6}(?=[^.?!;]{0,12}\\d)([\\p{L}\\p{N}][^?!;\\n]{3,90}?)(?=[?!;\\n]|\\.\\s|\\.$|,? (?:and|for|please|thanks?|after|by)\\b|$)");

  /** Words of everyday that very many streets are named for. */
  private static final Set<String> STREET_NAMES =
      Set.of(
          "main",
          "park",
          "church",
          "high",
          "king",
          "queen",
          "river",
          "school",
          "station",
          "green",
          "spring",
          "market",
          "bank",
          "lake",
          "hill",
          "garden",
          "sea",
          "beach",
          "north",
          "south",
          "east",
          "west",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "water",
          "college",
          "court",
          "bridge",
          "flower",
          "apple",
          "orange",
          "washington",
          "london");

  private final ContextWords context;
  private final Predicate<String> ordinary;

  /**
   * @param ordinary whether a word is one of everyday's, that streets are hardly named for
   */
  public StreetAddresses(ContextWords context, Predicate<String> ordinary) {
    this.context = context;
    this.ordinary = ordinary;
  }

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    String lower = passage.lower();
    if (!mayHold(lower)) {
      return findings;
    }
    Matcher street = STREET.matcher(lower);
    while (street.find()) {
      boolean sure = street.group(2) != null;
      boolean named = isNamed(street.group(1), sure);
      if (named) {
        findings.add(
            Disclosure.of(DataKind.ADDRESS, street.start(), street.end(), sure ? 0.85 : 0.7));
      }
    }
    add(BEFORE_FLAT.matcher(lower), 0.8, findings);
    add(BOX.matcher(lower), 0.85, findings);
    announced(passage, findings);
    return findings;
  }

  private static boolean mayHold(String lower) {
    boolean latin = lower.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    return latin && lower.length() > 6;
  }

  /**
   * "two hour drive", "one way", "five minutes down the road": words of everyday name no street.
   */
  private boolean isNamed(String words, boolean sure) {
    List<String> names =
        Arrays.stream(words.trim().split("\\s+"))
            .filter(word -> !NUMBER_WORD.matcher(word).matches())
            .toList();
    long common =
        names.stream().filter(word -> ordinary.test(word) && !STREET_NAMES.contains(word)).count();
    return sure ? common < names.size() && common < 2 : common == 0 && !names.isEmpty();
  }

  private void announced(Passage passage, List<Disclosure> findings) {
    String lower = passage.lower();
    for (int end : context.ends(DataKind.ADDRESS, passage)) {
      Matcher matcher = ANNOUNCED.matcher(lower).region(end, Math.min(lower.length(), end + 120));
      if (matcher.lookingAt() && !matcher.group(1).contains("@")) {
        findings.add(Disclosure.of(DataKind.ADDRESS, matcher.start(1), matcher.end(1), 0.7));
      }
    }
  }

  private static void add(Matcher matcher, double confidence, List<Disclosure> findings) {
    while (matcher.find()) {
      findings.add(Disclosure.of(DataKind.ADDRESS, matcher.start(), matcher.end(), confidence));
    }
  }
}
