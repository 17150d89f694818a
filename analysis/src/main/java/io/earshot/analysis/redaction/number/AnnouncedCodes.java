package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what only words can tell from any other number: accounts, passports, social security
 * numbers, card codes. Letters may be among the digits, in speech one by one.
 */
public final class AnnouncedCodes implements Detector {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])(?=[a-z-]{0,6}\\d)[a-z0-9]{1,34}(?:[-/ ]{1,2}(?=[a-z-]{0,4}\\d)[a-z0-9]{1,24}){0,8}");

  /** US social security numbers have a form of their own. */
  private static final Pattern SOCIAL_SECURITY =
      Pattern.compile("(?<![\\d-])(?!000|666)[0-8]\\d{2}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])");

  private final ContextWords context;

  public AnnouncedCodes(ContextWords context) {
    this.context = context;
  }

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    Matcher written = WRITTEN.matcher(passage.lower());
    while (written.find()) {
      claim(passage, written.start(), written.end(), written.group()).ifPresent(findings::add);
    }
    for (Run run : new RunReader(passage.lexemes(), true).runs()) {
      if (run.elements().size() > 1 && !run.written()) {
        Lexeme first = passage.lexemes().get(run.from());
        Lexeme last = passage.lexemes().get(run.to() - 1);
        claim(passage, first.start(), last.end(), run.digits()).ifPresent(findings::add);
      }
    }
    Matcher social = SOCIAL_SECURITY.matcher(passage.lower());
    while (social.find()) {
      findings.add(Disclosure.of(DataKind.NATIONAL_ID, social.start(), social.end(), 0.85));
    }
    return findings;
  }

  private Optional<Disclosure> claim(Passage passage, int start, int end, String code) {
    String plain = code.replaceAll("[^\\p{L}\\p{N}]", "");
    if (plain.length() < 3 || isMeasured(passage, end)) {
      return Optional.empty();
    }
    Optional<DataKind> announced = context.announced(passage, start);
    return announced
        .flatMap(kind -> Shapes.announced(kind, plain, context.distance(passage, start, kind)))
        .map(claim -> Disclosure.of(claim.kind(), start, end, claim.confidence()));
  }

  private static boolean isMeasured(Passage passage, int end) {
    for (Lexeme lexeme : passage.lexemes()) {
      if (lexeme.start() >= end) {
        return DigitWords.MEASURES.contains(lexeme.text());
      }
    }
    return false;
  }
}
