package io.earshot.analysis.facts;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.learning.WeightStore;
import io.earshot.analysis.quantity.Quantity;
import io.earshot.analysis.quantity.QuantityFinder;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.TurnInsight;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the facts of a conversation: acts, reason, promises, next steps, resolution, repeat
 * contact, questions with answers, entities. Thread-safe; gives the same facts for the same
 * conversation.
 */
public final class FactFinder {
  /** What is meant sincerely by a content customer is no sarcasm. */
  private static final double CONTENT = 0.25;

  private static final double LEAST_SARCASM = 0.5;
  private static final double LEAST_NEXT_STEP = 0.5;

  private final LearnedActs acts;
  private final QuantityFinder quantities;

  private FactFinder(LearnedActs acts, QuantityFinder quantities) {
    this.acts = acts;
    this.quantities = quantities;
  }

  /**
   * Learns the acts, or takes up what was learned before.
   *
   * @param embedder for sentences of turns that hold several
   * @param zone where the conversations are held: it tells which day was "today"
   */
  public static FactFinder learn(ActPack pack, Embedder embedder, WeightStore store, ZoneId zone) {
    return new FactFinder(LearnedActs.learn(pack, embedder, store), QuantityFinder.in(zone));
  }

  /**
   * The facts of a conversation.
   *
   * @param utterances one for each turn, in order
   * @param insights one for each turn, in order: intents and valences are taken from them
   */
  public Facts find(
      Conversation conversation, List<Utterance> utterances, List<TurnInsight> insights) {
    LocalDate today = quantities.day(conversation.startedAt());
    Map<Integer, List<Quantity>> said = new HashMap<>();
    List<Act> found = new ArrayList<>();
    for (Utterance utterance : utterances) {
      if (utterance.turn().speaker() != Speaker.SYSTEM && utterance.meaning() != null) {
        int turn = utterance.turn().index();
        said.put(turn, quantities.find(utterance.text(), utterance.language(), today));
        acts.of(utterance).stream().filter(act -> !isSincere(act, insights)).forEach(found::add);
      }
    }
    return facts(new Scene(conversation, utterances, insights, List.copyOf(found), said, today));
  }

  private static boolean isSincere(Act act, List<TurnInsight> insights) {
    return act.is(Act.SARCASM)
        && (act.confidence() < LEAST_SARCASM || insights.get(act.turn()).valence() > CONTENT);
  }

  private static Facts facts(Scene scene) {
    return new Facts(
        Reasons.of(scene),
        Promises.of(scene),
        nextSteps(scene),
        Verdict.of(scene),
        Contacts.repeats(scene),
        Contacts.escalations(scene),
        Questions.of(scene),
        Entities.of(scene),
        scene.acts().stream().map(act -> scene.finding(Facts.ACT, act.name(), act)).toList());
  }

  private static List<Finding> nextSteps(Scene scene) {
    return scene
        .agentActs(Act.NEXT_STEP)
        .filter(act -> act.confidence() >= LEAST_NEXT_STEP)
        .map(act -> scene.finding(Facts.NEXT_STEP, Speaker.CUSTOMER.code(), act))
        .toList();
  }
}
