package io.earshot.analysis.redaction.contact;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Chinese number plates (GA 36-2018), written and spoken: a province, a letter, five or six
 * letters and digits. Plates of other countries have no form of their own; words announce them.
 */
public final class Plates implements Detector {
  private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
  private static final String SIGN = "(?:[a-hj-np-z0-9]|[零〇一二三四五六七八九幺两洞拐勾])";
  private static final Pattern PLATE =
      Pattern.compile(
          PROVINCE
              + " ?[a-hj-z] ?[·•.\\-]? ?"
              + SIGN
              + "(?: ?"
              + SIGN
              + "){3,4}(?: ?(?:"
              + SIGN
              + "|[挂学警港澳领]))?(?![a-z0-9])");

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    Matcher matcher = PLATE.matcher(passage.lower());
    while (matcher.find()) {
      boolean digits = matcher.group().chars().filter(Plates::isNumber).count() >= 2;
      if (digits) {
        findings.add(Disclosure.of(DataKind.PLATE, matcher.start(), matcher.end(), 0.9));
      }
    }
    return findings;
  }

  private static boolean isNumber(int character) {
    return (character >= '0' && character <= '9') || "零〇一二三四五六七八九幺两洞拐勾".indexOf(character) >= 0;
  }
}
