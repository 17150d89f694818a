package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is written behind a card number without being named: expiry and code. */
final class CardTrails {
  private static final int REACH = 40;
  private static final Pattern EXPIRY =
      Pattern.compile("^[^\\d]{0,14}((?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?\\d{2})(?!\\d)");
  private static final Pattern CODE = Pattern.compile("^[\\s,;/-]{1,4}(\\d{3,4})(?![\\d.,:]*\\d)");

  private CardTrails() {}

  static List<Disclosure> behind(Disclosure card, Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    int at = card.end();
    Matcher expiry = EXPIRY.matcher(passage.trailing(at, REACH));
    if (expiry.find()) {
      findings.add(
          Disclosure.of(DataKind.CARD_EXPIRY, at + expiry.start(1), at + expiry.end(1), 0.85));
      at += expiry.end();
    }
    Matcher code = CODE.matcher(passage.trailing(at, REACH));
    if (code.find()) {
      findings.add(Disclosure.of(DataKind.CARD_CODE, at + code.start(1), at + code.end(1), 0.7));
    }
    return findings;
  }
}
