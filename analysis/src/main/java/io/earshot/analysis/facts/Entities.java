package io.earshot.analysis.facts;

import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.quantity.Quantity;
import io.earshot.analysis.quantity.QuantityKind;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Amounts, dates and numbers of all turns, numbers of orders, and the products talked about. */
final class Entities {
  private static final int MOST = 300;
  private static final int CONTEXT = 24;
  private static final Set<String> FORMULAS = Set.of("greeting", "check", "thanks", "closing");
  private static final Pattern ORDER =
      Cues.pattern("order|tracking|reference|booking|ticket|case|invoice|订单|单号|运单|编号|工单");

  private Entities() {}

  static List<Finding> of(Scene scene) {
    List<Finding> found = new ArrayList<>(Products.of(scene));
    for (Utterance utterance : scene.utterances()) {
      int turn = utterance.turn().index();
      for (Quantity quantity : scene.quantities().getOrDefault(turn, List.of())) {
        if (found.size() < MOST && tells(quantity, utterance, scene)) {
          found.add(finding(quantity, utterance, scene));
        }
      }
    }
    return found;
  }

  /** Small bare numbers, and the "today" of "how can I help you today", tell nothing. */
  private static boolean tells(Quantity quantity, Utterance utterance, Scene scene) {
    if (quantity.kind() == QuantityKind.NUMBER) {
      return quantity.value().length() > 1;
    }
    boolean today = quantity.value().equals(scene.today().toString());
    return !today
        || scene.actsOf(utterance.turn().index()).stream()
            .filter(act -> act.span().start() <= quantity.span().start())
            .filter(act -> act.span().end() >= quantity.span().end())
            .noneMatch(act -> FORMULAS.contains(act.name()));
  }

  private static Finding finding(Quantity quantity, Utterance utterance, Scene scene) {
    boolean order = quantity.kind() == QuantityKind.DIGITS && isOrder(quantity.span(), utterance);
    String kind = order ? Facts.ORDER : quantity.kind().code();
    return scene.mention(
        kind,
        quantity.normalised(),
        utterance.turn().index(),
        quantity.span(),
        confidence(quantity),
        Map.of());
  }

  private static boolean isOrder(Span digits, Utterance utterance) {
    int from = Math.max(0, digits.start() - CONTEXT);
    return ORDER.matcher(utterance.text().substring(from, digits.start())).find();
  }

  /** Signs and units leave less doubt than bare numbers; measured on real chats. */
  private static double confidence(Quantity quantity) {
    return switch (quantity.kind()) {
      case AMOUNT, PERCENT, DURATION, DATE -> 0.95;
      case TIME, DIGITS, QUANTITY -> 0.9;
      case ORDINAL, NUMBER -> 0.8;
    };
  }
}
