package io.earshot.analysis.evaluation;

import io.earshot.analysis.learning.Recipe;
import java.util.Set;

/**
 * What is asked of a classifier.
 *
 * @param language of all samples
 * @param recipe how a head is made, where one is trained
 * @param outOfScope labels of samples that are of no class: they are not learned, and it is
 *     measured how well they are told from the others
 * @param negative labels of displeasure; empty where that is not asked
 */
public record Question(
    String language, Recipe recipe, Set<String> outOfScope, Set<String> negative) {

  public Question {
    outOfScope = Set.copyOf(outOfScope);
    negative = Set.copyOf(negative);
  }

  boolean inScope(String label) {
    return !outOfScope.contains(label);
  }
}
