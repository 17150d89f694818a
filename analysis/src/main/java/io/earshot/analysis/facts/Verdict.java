package io.earshot.analysis.facts;

import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Resolution;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.Resolution.Solver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the matter was settled. The customer's last word on it decides; where there is none, what
 * the agent last did: a promise leaves it open, a refusal leaves it unsettled, an explanation that
 * is thanked for settles it.
 */
final class Verdict {
  private static final double LEAST_CONFIDENCE = 0.42;

  /** The customer's own words settle it more surely than what the agent did. */
  private static final double FROM_AGENT = 0.5;

  /** Nothing else is asked for, and what the agent did fits no act. */
  private static final double ANSWERED = 0.3;

  private static final Set<String> CUSTOMERS_WORD =
      Set.of(Act.RESOLVED, Act.UNRESOLVED, Act.ESCALATION, Act.SARCASM, Act.REPEAT_CONTACT);
  private static final Set<String> AGENTS_DEED =
      Set.of(Act.PROMISE, Act.NEXT_STEP, Act.REFUSAL, Act.EXPLANATION, Act.OFFER, Act.TRANSFER);
  private static final Pattern HIMSELF =
      Cues.pattern(
          "\\bmyself\\b|\\bon my own\\b|never ?mind|figured it out|found it|by itself|my mistake|turned up|neighbou?r"
              + "|自己|找到了|原来|不用管了|看错");

  /** Nothing more to ask: polite, and no word on whether it is settled. */
  private static final Pattern NOTHING_ELSE =
      Cues.pattern(
          "\\bno,? (?:that's|that is|that was|thats|nothing|i'm good|other)\\b|nothing else|that's all|that'll be all|all i needed|that is all"
              + "|没有了|没了|没别的|没什么|没有其他|没有别的|没其他|就这些");

  /** "No" to "anything else?" is as good as "that's all". */
  private static final Pattern MORE =
      Cues.pattern("anything else|any other|what else|any more|further|be all|还有|其他|别的");

  private static final Pattern NO =
      Cues.pattern(
          "^(?:嗯+|哦+|好的?|暂时|现在|目前)?[，,\\s]*(?:没有?|不用|无)(?:了|啦|呢|哦|的)*(?:[，,。!！~～\\s]|谢|$)|^(?:um |uh |oh )?(?:no|nope|nah)(?: no)*(?:,|\\.| thank| that| i'm|$)");

  /** The fewest words that refuse may just be an answer. */
  private static final double SURE_REFUSAL = 0.6;

  private final Scene scene;

  private Verdict(Scene scene) {
    this.scene = scene;
  }

  static Resolution of(Scene scene) {
    return new Verdict(scene).judge();
  }

  private Resolution judge() {
    Optional<Act> word = last(CUSTOMERS_WORD, false).filter(this::isLate);
    Optional<Act> deed = last(AGENTS_DEED, true);
    Optional<Act> nothingElse = nothingElse();
    boolean closed =
        nothingElse.isPresent() && word.map(Act::turn).orElse(-1) <= nothingElse.get().turn();
    if (closed) {
      return byDeed(deed, List.of(nothingElse.get()));
    }
    if (word.isEmpty()) {
      return byDeed(deed, List.of());
    }
    Act said = word.get();
    return said.is(Act.RESOLVED)
        ? settled(said)
        : stillOpen(said, deed.filter(act -> act.turn() > said.turn()));
  }

  /** The customer's last "no, that's all", whatever act it was taken for. */
  private Optional<Act> nothingElse() {
    return scene.acts().stream()
        .filter(act -> !act.byAgent() && isLate(act) && isNothingElse(act))
        .reduce((first, second) -> second);
  }

  private boolean isNothingElse(Act act) {
    if (NOTHING_ELSE.matcher(act.text()).find()) {
      return !Cues.asks(act.text());
    }
    boolean asked =
        scene
            .agentActs(Act.CHECK)
            .anyMatch(check -> check.turn() == act.turn() - 1 && MORE.matcher(check.text()).find());
    return asked && NO.matcher(act.text()).find();
  }

  /** Complaints of the beginning may have been dealt with since. */
  private boolean isLate(Act act) {
    int turns = scene.utterances().size();
    return act.is(Act.RESOLVED) && !Cues.asks(act.text())
        ? act.turn() * 3 >= turns
        : act.turn() * 2 >= turns;
  }

  private Optional<Act> last(Set<String> names, boolean agents) {
    return scene.acts().stream()
        .filter(act -> act.byAgent() == agents && names.contains(act.name()))
        .filter(act -> act.confidence() >= least(act))
        .filter(act -> !act.is(Act.RESOLVED) || !Cues.asks(act.text()))
        .max(Comparator.comparingInt(Act::turn).thenComparingInt(act -> act.span().start()));
  }

  private static double least(Act act) {
    return act.is(Act.REFUSAL) ? SURE_REFUSAL : LEAST_CONFIDENCE;
  }

  private Resolution settled(Act said) {
    Solver by = solver(said);
    return resolution(Outcome.SOLVED, by, said.confidence(), List.of(said));
  }

  private Solver solver(Act said) {
    if (HIMSELF.matcher(said.text()).find()) {
      return Solver.CUSTOMER;
    }
    boolean transferred = scene.agentActs(Act.TRANSFER).anyMatch(act -> act.turn() < said.turn());
    return transferred ? Solver.TRANSFER : Solver.AGENT;
  }

  private Resolution stillOpen(Act said, Optional<Act> after) {
    List<Act> evidence = new ArrayList<>(List.of(said));
    after.ifPresent(evidence::add);
    boolean promised = after.filter(act -> act.is(Act.PROMISE) || act.is(Act.OFFER)).isPresent();
    boolean transferred = after.filter(act -> act.is(Act.TRANSFER)).isPresent();
    if (promised || transferred) {
      Solver by = transferred ? Solver.TRANSFER : Solver.AGENT;
      return resolution(Outcome.PARTLY, by, said.confidence() * 0.7, evidence);
    }
    return resolution(Outcome.UNSOLVED, Solver.NOBODY, said.confidence() * 0.85, evidence);
  }

  private Resolution byDeed(Optional<Act> deed, List<Act> politely) {
    if (deed.isEmpty()) {
      return politely.isEmpty()
          ? Resolution.UNKNOWN
          : resolution(Outcome.SOLVED, Solver.AGENT, ANSWERED, politely);
    }
    Act act = deed.get();
    List<Act> evidence = new ArrayList<>(politely);
    evidence.add(act);
    double sure = FROM_AGENT * act.confidence() + (politely.isEmpty() ? 0 : 0.15);
    return switch (act.name()) {
      case Act.PROMISE, Act.NEXT_STEP, Act.OFFER ->
          resolution(Outcome.PARTLY, Solver.AGENT, sure, evidence);
      case Act.TRANSFER -> resolution(Outcome.PARTLY, Solver.TRANSFER, sure, evidence);
      case Act.REFUSAL -> resolution(Outcome.UNSOLVED, Solver.NOBODY, sure, evidence);
      default ->
          thanked(act) || !politely.isEmpty()
              ? resolution(Outcome.SOLVED, Solver.AGENT, sure, evidence)
              : Resolution.UNKNOWN;
    };
  }

  private boolean thanked(Act deed) {
    return scene.acts().stream()
        .anyMatch(
            act ->
                !act.byAgent()
                    && act.turn() > deed.turn()
                    && (act.is(Act.THANKS) || act.is(Act.PRAISE) || act.is(Act.AGREEMENT)));
  }

  private Resolution resolution(Outcome outcome, Solver by, double confidence, List<Act> evidence) {
    double sure = Math.max(0, Math.min(1, confidence * scene.speakers()));
    List<Finding> findings =
        evidence.stream().map(act -> scene.finding(Facts.RESOLUTION, outcome.code(), act)).toList();
    return new Resolution(outcome, by, sure, findings);
  }
}
