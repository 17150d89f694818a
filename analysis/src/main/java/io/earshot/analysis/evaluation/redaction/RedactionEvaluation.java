package io.earshot.analysis.evaluation.redaction;

import io.earshot.analysis.evaluation.redaction.MarkedText.Mark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures redaction against marked texts, type by type.
 *
 * <p>A mark is found when at least four fifths of its letters and digits are covered by findings of
 * its type: what is left tells nobody anything, and people differ on whether a title or a comma
 * belongs to it. A finding is right when it touches a mark of its type. A mark is masked when as
 * much of it is covered by findings of any type. Only types that the texts mark are measured.
 */
public final class RedactionEvaluation {
  private static final double CORE = 0.8;

  private final Map<String, Tally> tallies = new TreeMap<>();
  private int texts;

  private RedactionEvaluation() {}

  /**
   * How one type was found.
   *
   * @param precision share of the findings that touch a mark of the type
   * @param recall share of the marks that were found
   * @param f1 harmonic mean of both
   * @param support how many marks
   * @param masked share of the marks that were covered under whatever type
   * @param exact share of the marks that were found to the character
   * @param findings how many findings
   */
  public record TypeScores(
      double precision,
      double recall,
      double f1,
      int support,
      double masked,
      double exact,
      int findings) {}

  /**
   * The outcome.
   *
   * @param texts how many were looked at
   * @param leftOut marks of types that are not claimed, counted
   */
  public record Outcome(int texts, Map<String, TypeScores> types, Map<String, Integer> leftOut) {

    public double macroF1() {
      return types.values().stream().mapToDouble(TypeScores::f1).average().orElse(0);
    }

    public double weightedF1() {
      double sum = types.values().stream().mapToDouble(t -> t.f1() * t.support()).sum();
      return sum / Math.max(1, types.values().stream().mapToInt(TypeScores::support).sum());
    }
  }

  /** Counts of one type. */
  private static final class Tally {
    private int marks;
    private int found;
    private int masked;
    private int exact;
    private int findings;
    private int right;

    TypeScores scores() {
      double precision = findings == 0 ? 0 : (double) right / findings;
      double recall = marks == 0 ? 0 : (double) found / marks;
      double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
      return new TypeScores(
          precision,
          recall,
          f1,
          marks,
          (double) masked / Math.max(1, marks),
          (double) exact / Math.max(1, marks),
          findings);
    }
  }

  /**
   * Measures.
   *
   * @param claimed the types that are looked for; marks of others are left out
   * @param finder what is measured: all it finds in a text
   */
  public static Outcome measure(
      List<MarkedText> texts, Set<String> claimed, Function<String, List<Mark>> finder) {
    RedactionEvaluation evaluation = new RedactionEvaluation();
    Map<String, Integer> leftOut = new TreeMap<>();
    Set<String> measured = new TreeSet<>();
    for (MarkedText text : texts) {
      for (Mark mark : text.marks()) {
        if (claimed.contains(mark.type())) {
          measured.add(mark.type());
        } else {
          leftOut.merge(mark.type(), 1, Integer::sum);
        }
      }
    }
    measured.forEach(type -> evaluation.tallies.put(type, new Tally()));
    texts.forEach(text -> evaluation.add(text, finder.apply(text.text())));
    return new Outcome(
        evaluation.texts,
        evaluation.tallies.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> e.getValue().scores(), (a, b) -> a, TreeMap::new)),
        leftOut);
  }

  private void add(MarkedText text, List<Mark> findings) {
    texts++;
    for (Mark mark : text.marks()) {
      Tally tally = tallies.get(mark.type());
      if (tally != null) {
        List<Mark> same = ofType(findings, mark.type());
        tally.marks++;
        tally.found += covered(text.text(), mark, same) >= CORE ? 1 : 0;
        tally.masked += covered(text.text(), mark, findings) >= CORE ? 1 : 0;
        tally.exact += same.contains(mark) ? 1 : 0;
      }
    }
    for (Mark finding : findings) {
      Tally tally = tallies.get(finding.type());
      if (tally != null) {
        tally.findings++;
        boolean touches =
            ofType(text.marks(), finding.type()).stream()
                .anyMatch(m -> m.start() < finding.end() && finding.start() < m.end());
        tally.right += touches ? 1 : 0;
      }
    }
  }

  private static List<Mark> ofType(List<Mark> marks, String type) {
    return marks.stream().filter(mark -> mark.type().equals(type)).toList();
  }

  /** The share of a mark's letters and digits that findings cover. */
  private static double covered(String text, Mark mark, List<Mark> findings) {
    int all = 0;
    int covered = 0;
    for (int i = mark.start(); i < mark.end(); i++) {
      int place = i;
      if (Character.isLetterOrDigit(text.charAt(i))) {
        all++;
        boolean hit = findings.stream().anyMatch(f -> f.start() <= place && place < f.end());
        covered += hit ? 1 : 0;
      }
    }
    return all == 0 ? 1 : (double) covered / all;
  }
}
