package io.earshot.analysis.facts;

import io.earshot.analysis.quantity.Quantity;
import io.earshot.analysis.quantity.QuantityKind;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Contacts before this one, and contacts asked for with somebody else. */
final class Contacts {
  private static final double LEAST_REPEAT = 0.5;
  private static final double LEAST_ESCALATION = 0.55;
  private static final double MOST_TIMES = 50;
  private static final Pattern TWICE = Cues.pattern("\\btwice\\b|\\btwo times\\b");

  private static final Pattern HUMAN =
      Cues.pattern("\\bhuman\\b|real person|robot|machine|\\ban agent\\b|人工|真人|机器人");

  private Contacts() {}

  static List<Finding> repeats(Scene scene) {
    return scene
        .customerActs(Act.REPEAT_CONTACT)
        .filter(act -> act.confidence() >= LEAST_REPEAT)
        .map(act -> scene.finding(Facts.REPEAT_CONTACT, "", act, times(act, scene)))
        .toList();
  }

  /** Which contact it is, where that is said: "third time", 四次. */
  private static Map<String, Double> times(Act act, Scene scene) {
    Optional<Double> said =
        scene.quantities(act.turn(), act.span()).stream()
            .filter(Contacts::countsTimes)
            .map(quantity -> Double.valueOf(quantity.value()))
            .filter(count -> count >= 2 && count <= MOST_TIMES)
            .findFirst();
    if (said.isEmpty() && TWICE.matcher(act.text()).find()) {
      return Map.of("times", 2.0);
    }
    return said.map(count -> Map.of("times", count)).orElse(Map.of());
  }

  private static boolean countsTimes(Quantity quantity) {
    boolean times =
        quantity.kind() == QuantityKind.ORDINAL
            || (quantity.kind() == QuantityKind.QUANTITY
                && List.of("times", "次", "遍", "回", "calls", "emails").contains(quantity.unit()));
    return times && !quantity.value().contains("/");
  }

  /**
   * {@code asked} or {@code human} (instead of a bot) by the customer, {@code transfer} by the
   * agent.
   */
  static List<Finding> escalations(Scene scene) {
    List<Finding> found = new ArrayList<>();
    scene.acts().stream()
        .filter(act -> act.confidence() >= LEAST_ESCALATION)
        .forEach(
            act -> {
              if (act.is(Act.ESCALATION) && !act.byAgent()) {
                String name = HUMAN.matcher(act.text()).find() ? "human" : "asked";
                found.add(scene.finding(Facts.ESCALATION, name, act));
              } else if (act.is(Act.TRANSFER) && act.byAgent()) {
                found.add(scene.finding(Facts.ESCALATION, "transfer", act));
              }
            });
    return found;
  }
}
