package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds cards, Chinese ids and phones in written digits. */
public final class WrittenNumbers implements Detector {
  /** Digits stand in at most so many groups that are looked at together. */
  private static final int MOST_GROUPS = 10;

  private static final Pattern EXTENSION =
      Pattern.compile("\\s?(?:x|ext\\.?|extension|分机号?|转)\\s?\\d{1,6}(?!\\d)");

  private final WrittenClaims claims;

  /**
   * @param regions the countries whose national phone numbers are looked for, as ISO 3166 codes
   */
  public WrittenNumbers(ContextWords context, List<String> regions) {
    this.claims = new WrittenClaims(context, new PhoneForms(regions));
  }

  /** Whether the code names a country that has phone numbers. */
  public static boolean knowsRegion(String region) {
    return PhoneForms.knows(region);
  }

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    for (Run run : new RunReader(passage.lexemes()).runs()) {
      // In a mixed run the written groups stand for themselves too.
      find(passage, run, findings);
    }
    return findings;
  }

  private void find(Passage passage, Run run, List<Disclosure> findings) {
    int groups = run.elements().size();
    for (int from = 0; from < groups; ) {
      Optional<Disclosure> longest = Optional.empty();
      int to = Math.min(groups, from + MOST_GROUPS);
      for (; to > from && longest.isEmpty(); to--) {
        longest = claim(passage, run.part(from, to));
      }
      longest.ifPresent(findings::add);
      from = longest.isPresent() ? to + 1 : from + 1;
    }
  }

  private Optional<Disclosure> claim(Passage passage, Run run) {
    if (!run.written()) {
      return Optional.empty();
    }
    String text = passage.text();
    int start = opened(text, passage.lexemes().get(run.from()).start());
    int end = passage.lexemes().get(run.to() - 1).end();
    String digits = run.digits();
    boolean check = digits.length() == 17 && end < text.length() && isX(text.charAt(end));
    end = check ? end + 1 : end;
    if (isPartOfWord(text, start, end)) {
      return Optional.empty();
    }
    int last = end;
    return claims
        .claim(passage, start, end, check ? digits + "X" : digits)
        .map(
            claim ->
                Disclosure.of(claim.kind(), start, extended(passage, last), claim.confidence()));
  }

  private static int opened(String text, int start) {
    int at = start;
    while (at > 0 && at > start - 2 && (text.charAt(at - 1) == '+' || text.charAt(at - 1) == '(')) {
      at--;
    }
    return at;
  }

  private static boolean isX(char character) {
    return character == 'x' || character == 'X';
  }

  /** Model names and parcel numbers have letters beside their digits. */
  private static boolean isPartOfWord(String text, int start, int end) {
    return (start > 0 && isLatin(text.charAt(start - 1)))
        || (end < text.length()
            && isLatin(text.charAt(end))
            && !EXTENSION.matcher(text).region(end, text.length()).lookingAt());
  }

  private static boolean isLatin(char character) {
    return character == '_' || (character < 0x250 && Character.isLetterOrDigit(character));
  }

  private static int extended(Passage passage, int end) {
    Matcher matcher = EXTENSION.matcher(passage.lower()).region(end, passage.lower().length());
    return matcher.lookingAt() ? matcher.end() : end;
  }
}
