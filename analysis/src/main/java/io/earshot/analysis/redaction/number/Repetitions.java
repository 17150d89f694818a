package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers of a conversation that are known, to find them again where only a part is repeated. Not
 * for use by several threads.
 */
public final class Repetitions {
  private static final int LEAST_DIGITS = 4;
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private final Map<String, StringBuilder> known = new LinkedHashMap<>();

  /** Notes the digits of a finding; parts of a number spread over turns follow each other. */
  public void note(Disclosure finding, Passage passage) {
    StringBuilder digits = new StringBuilder();
    Passage part = Passage.of(passage.text().substring(finding.start(), finding.end()), "", "");
    for (Run run : new RunReader(part.lexemes()).runs()) {
      digits.append(run.digits());
    }
    if (digits.length() > 0) {
      known.computeIfAbsent(finding.type(), type -> new StringBuilder()).append(digits);
    }
  }

  /** Where digits of a noted number stand again. */
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    if (known.isEmpty()) {
      return findings;
    }
    for (Run run : new RunReader(passage.lexemes()).runs()) {
      String digits = run.digits();
      boolean year = run.elements().size() == 1 && YEAR.matcher(digits).matches();
      if (digits.length() >= LEAST_DIGITS && !year) {
        repeated(digits, run, passage, findings);
      }
    }
    return findings;
  }

  private void repeated(String digits, Run run, Passage passage, List<Disclosure> findings) {
    for (Map.Entry<String, StringBuilder> entry : known.entrySet()) {
      if (entry.getValue().indexOf(digits) >= 0) {
        Lexeme first = passage.lexemes().get(run.from());
        Lexeme last = passage.lexemes().get(run.to() - 1);
        findings.add(new Disclosure(entry.getKey(), first.start(), last.end(), 0.8));
        return;
      }
    }
  }
}
