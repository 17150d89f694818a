package io.earshot.analysis.evaluation.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.analysis.evaluation.redaction.MarkedText.Mark;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionEvaluationTest {
  private static final Set<String> CLAIMED = Set.of("person", "phone");

  @Test
  void findsAMarkByItsCore() {
    // Ten letters: eight of them are its core, seven are not.
    assertThat(outcome("Anna Miller", new Mark("person", 0, 11), new Mark("person", 0, 9)).recall())
        .isEqualTo(1);
    assertThat(outcome("Anna Miller", new Mark("person", 0, 11), new Mark("person", 0, 8)).recall())
        .isEqualTo(0);
  }

  @Test
  void tellsFoundFromMaskedAndExact() {
    RedactionEvaluation.TypeScores scores =
        outcome("Anna Miller", new Mark("person", 0, 11), new Mark("phone", 0, 11));

    assertThat(scores.recall()).isZero();
    assertThat(scores.masked()).isEqualTo(1);
    assertThat(scores.precision()).isZero();
    assertThat(outcome("Anna Miller", new Mark("person", 0, 11), new Mark("person", 0, 11)).exact())
        .isEqualTo(1);
  }

  @Test
  void countsFindingsThatTouchNothing() {
    MarkedText text = new MarkedText("call Anna or Bob", List.of(new Mark("person", 5, 9)));
    List<Mark> found = List.of(new Mark("person", 5, 9), new Mark("person", 13, 16));

    RedactionEvaluation.TypeScores scores =
        RedactionEvaluation.measure(List.of(text), CLAIMED, ignored -> found).types().get("person");

    assertThat(scores.precision()).isEqualTo(0.5);
    assertThat(scores.recall()).isEqualTo(1);
    assertThat(scores.findings()).isEqualTo(2);
  }

  @Test
  void leavesOutWhatIsNotClaimedOrNotMarked() {
    MarkedText text = new MarkedText("on Monday", List.of(new Mark("DATE_TIME", 3, 9)));

    RedactionEvaluation.Outcome outcome =
        RedactionEvaluation.measure(
            List.of(text), CLAIMED, ignored -> List.of(new Mark("phone", 0, 2)));

    assertThat(outcome.types()).isEmpty();
    assertThat(outcome.leftOut()).containsEntry("DATE_TIME", 1);
  }

  @Test
  void refusesMarksOutsideTheText() {
    assertThatThrownBy(() -> new MarkedText("ab", List.of(new Mark("person", 1, 3))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RedactionEvaluation.TypeScores outcome(String text, Mark mark, Mark found) {
    MarkedText marked = new MarkedText(text, List.of(mark));
    return RedactionEvaluation.measure(List.of(marked), CLAIMED, ignored -> List.of(found))
        .types()
        .get(mark.type());
  }
}
