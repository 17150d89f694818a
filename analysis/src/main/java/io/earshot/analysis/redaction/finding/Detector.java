package io.earshot.analysis.redaction.finding;

import java.util.List;

/** Looks for personal data in one passage. Safe for several threads; takes any text. */
@FunctionalInterface
public interface Detector {

  /** What it finds, in any order; findings may overlap. */
  List<Disclosure> find(Passage passage);
}
