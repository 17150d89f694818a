package io.earshot.analysis.redaction.contact;

import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates that words before them ("date of birth", "出生") make dates of birth; card expiry. */
public final class BirthDates implements Detector {
  private static final String WORD =
      "zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|\\d{1,4}(?:st|nd|rd|th)?";
  private static final String MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?";
  private static final String GAP = "(?:,? |-)";
  private static final Pattern DATE =
      Pattern.compile(
          "(?:(?:19|20)\\d{2}[-/.年 ]{1,2}\\d{1,2}[-/.月 ]{1,2}\\d{1,2}[日号]?|\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:(?:19|20)\\d{2}|\\d{2})(?!\\d)|(?:19|20)\\d{6}(?!\\d)"
              + "|(?:(?:"
              + WORD
              + ")"
              + GAP
              + "){0,3}(?:of )?"
              + MONTH
              + "(?:"
              + GAP
              + "(?:the )?(?:of )?(?:"
              + WORD
              + ")(?![\\p{L}])){1,8}"
              + "|(?:(?:[零〇一二三四五六七八九]{4}|[零〇一二三四五六七八九]{2}|\\d{2,4})年)?[一二三四五六七八九十\\d]{1,3}月[一二三四五六七八九十\\d]{1,3}[日号]?)");
  private static final Pattern EXPIRY =
      Pattern.compile(
          "(?<!\\d)(?:0[1-9]|1[0-2]|[1-9])\\s?[/-]\\s?(?:20)?[2-4]\\d(?!\\d)|"
              + MONTH
              + " (?:20)?[2-4]\\d(?!\\d)|(?:20)?[2-4]\\d年\\d{1,2}月");

  private final ContextWords context;

  public BirthDates(ContextWords context) {
    this.context = context;
  }

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    dates(passage, DATE, DataKind.BIRTH_DATE, findings);
    dates(passage, EXPIRY, DataKind.CARD_EXPIRY, findings);
    return findings;
  }

  private void dates(Passage passage, Pattern pattern, DataKind kind, List<Disclosure> findings) {
    if (!context.speaksOf(kind, passage)) {
      return;
    }
    Matcher matcher = pattern.matcher(passage.lower());
    while (matcher.find()) {
      if (announced(passage, matcher, kind)) {
        findings.add(Disclosure.of(kind, matcher.start(), matcher.end(), 0.85));
      }
    }
  }

  private boolean announced(Passage passage, Matcher matcher, DataKind kind) {
    boolean here = context.precedes(passage, matcher.start(), kind);
    Optional<DataKind> nearest = context.announced(passage, matcher.start());
    return here || nearest.equals(Optional.of(kind));
  }
}
