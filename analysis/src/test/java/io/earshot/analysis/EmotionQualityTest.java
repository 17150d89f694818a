package io.earshot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Feelings against people's own reading of real service turns; floors a little below the measured.
 */
class EmotionQualityTest {
  private static final Path TURNS = Path.of("../../shared/data/emotion/jd-service-turns.tsv");
  private static final List<String> SIDES = List.of("negative", "neutral", "positive");

  @Test
  void tellsDispleasedCustomersFromCalmOnes() throws IOException {
    Assumptions.assumeTrue(Files.exists(TURNS));
    int[][] confusion = new int[3][3];
    List<Double> negative = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    try (AnalysisEngine engine = Engines.open()) {
      for (String line : Files.readAllLines(TURNS).stream().skip(1).toList()) {
        String[] fields = line.split("\t", -1);
        TurnInsight insight = lastTurn(engine, fields[1], fields[2]);
        int gold = SIDES.indexOf(fields[3]);
        confusion[gold][side(insight)]++;
        (gold == 0 ? negative : other).add(insight.displeasure());
      }
    }

    assertThat(macroF1(confusion)).isGreaterThan(0.74);
    assertThat(ranking(negative, other)).isGreaterThan(0.87);
  }

  private static TurnInsight lastTurn(AnalysisEngine engine, String context, String text) {
    List<Turn> turns = new ArrayList<>();
    for (String said : context.split(" / ")) {
      if (said.length() > 2) {
        Speaker speaker = said.startsWith("C:") ? Speaker.CUSTOMER : Speaker.AGENT;
        turns.add(Turn.written(turns.size(), speaker, 0, said.substring(2)));
      }
    }
    turns.add(Turn.written(turns.size(), Speaker.CUSTOMER, 0, text));
    List<TurnInsight> insights = engine.analyze(Chats.of(Channel.CHAT, false, 0, turns)).turns();
    return insights.get(insights.size() - 1);
  }

  private static int side(TurnInsight insight) {
    return switch (insight.emotion().name()) {
      case "neutral" -> 1;
      case "gratitude", "satisfaction", "relief" -> 2;
      default -> 0;
    };
  }

  private static double macroF1(int[][] confusion) {
    double sum = 0;
    for (int side = 0; side < 3; side++) {
      double found = 0;
      double gold = 0;
      for (int i = 0; i < 3; i++) {
        found += confusion[i][side];
        gold += confusion[side][i];
      }
      sum += 2 * confusion[side][side] / Math.max(1, found + gold) / 3;
    }
    return sum;
  }

  /** The chance that a displeased turn is ranked as the more displeased (AUROC). */
  private static double ranking(List<Double> negative, List<Double> other) {
    double right = 0;
    for (double low : negative) {
      for (double high : other) {
        right += low > high ? 1 : low == high ? 0.5 : 0;
      }
    }
    return right / negative.size() / other.size();
  }
}
