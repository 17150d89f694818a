package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A type that the operator describes by a pattern.
 *
 * @param announced words of which one must stand shortly before; null where none is needed
 */
record OwnType(String name, Pattern pattern, Pattern announced, double confidence)
    implements Detector {
  private static final Logger LOG = LoggerFactory.getLogger(OwnType.class);
  private static final int REACH = 60;

  static OwnType of(String name, Pattern pattern, List<String> context, double confidence) {
    Pattern announced = context.isEmpty() ? null : ContextWords.compile(context);
    return new OwnType(name, pattern, announced, confidence);
  }

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    Matcher matcher = pattern.matcher(new PatientText(passage.text()));
    try {
      while (matcher.find()) {
        if (matcher.end() > matcher.start() && isAnnounced(passage, matcher.start())) {
          findings.add(new Disclosure(name, matcher.start(), matcher.end(), confidence));
        }
      }
    } catch (PatientText.Exhausted | StackOverflowError e) {
      LOG.warn("The pattern of redaction type '{}' takes too long: simplify it", name);
    }
    return findings;
  }

  private boolean isAnnounced(Passage passage, int at) {
    return Optional.ofNullable(announced)
        .map(words -> words.matcher(passage.before() + " " + passage.leading(at, REACH)).find())
        .orElse(true);
  }
}
