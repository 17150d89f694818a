package io.earshot.analysis.facts;

import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why the customer made contact: something with substance, said early, that wants something and
 * that what is said later keeps coming back to.
 */
final class Reasons {
  private static final int LOOKED_AT = 10;
  private static final int COMPARED = 40;
  private static final int MOST = 2;

  /** A second reason has to come near the first. */
  private static final double NEAR = 0.12;

  private static final double EARLY = 0.6;
  private static final double INTENT = 0.2;
  private static final double SUBSTANCE = 0.25;

  /** A question may be about a detail. */
  private static final double ASKED = 0.12;

  private static final double FULLNESS = 0.3;
  private static final Set<String> TELLING =
      Set.of(Act.REQUEST, Act.QUESTION, Act.INFORMATION, Act.UNRESOLVED, Act.REPEAT_CONTACT);

  private Reasons() {}

  static List<Finding> of(Scene scene) {
    List<Utterance> said =
        scene.utterances().stream().filter(Reasons::isCustomers).limit(COMPARED).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < Math.min(LOOKED_AT, said.size()); i++) {
      Utterance utterance = said.get(i);
      if (hasSubstance(utterance, scene)) {
        candidates.add(new Candidate(utterance, score(utterance, i, said, scene)));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(c -> c.utterance.turn().index()));
    return candidates.stream()
        .filter(candidate -> candidate.score >= candidates.get(0).score - NEAR)
        .limit(MOST)
        .map(candidate -> finding(candidate, scene))
        .toList();
  }

  private static boolean isCustomers(Utterance utterance) {
    Speaker speaker = utterance.turn().speaker();
    return utterance.meaning() != null && speaker != Speaker.AGENT && speaker != Speaker.SYSTEM;
  }

  private static boolean hasSubstance(Utterance utterance, Scene scene) {
    int least = utterance.language().equals("zh") ? 4 : 12;
    List<Act> acts = scene.actsOf(utterance.turn().index());
    boolean intent = !scene.insights().get(utterance.turn().index()).intents().isEmpty();
    boolean telling = acts.stream().anyMatch(act -> TELLING.contains(act.name()));
    return utterance.span().length() >= least && (acts.isEmpty() || telling || intent);
  }

  private static double score(
      Utterance utterance, int position, List<Utterance> said, Scene scene) {
    int turn = utterance.turn().index();
    double intent =
        scene.insights().get(turn).intents().stream()
            .mapToDouble(Scored::confidence)
            .max()
            .orElse(0);
    double enough = utterance.language().equals("zh") ? 16 : 60;
    return centrality(utterance, said)
        + EARLY * (1 - (double) position / LOOKED_AT)
        + INTENT * intent
        + substance(scene.actsOf(turn))
        + FULLNESS * Math.min(1, utterance.span().length() / enough);
  }

  private static double substance(List<Act> acts) {
    List<Act> telling = acts.stream().filter(act -> TELLING.contains(act.name())).toList();
    boolean onlyAsks = telling.stream().allMatch(act -> act.is(Act.QUESTION));
    return telling.isEmpty() ? 0 : onlyAsks ? ASKED : SUBSTANCE;
  }

  private static double centrality(Utterance utterance, List<Utterance> said) {
    return said.stream()
        .filter(other -> other != utterance)
        .filter(other -> other.meaning().model().equals(utterance.meaning().model()))
        .mapToDouble(other -> other.meaning().cosine(utterance.meaning()))
        .average()
        .orElse(0);
  }

  private static Finding finding(Candidate candidate, Scene scene) {
    int turn = candidate.utterance.turn().index();
    List<Scored> intents = scene.insights().get(turn).intents();
    String name = intents.isEmpty() ? "" : intents.get(0).name();
    double confidence = Math.max(0.2, Math.min(0.95, candidate.score / 2));
    return scene.finding(
        Facts.REASON, name, turn, extract(candidate.utterance, scene), confidence, Map.of());
  }

  /** Of a long turn, the part that asks or tells. */
  private static Span extract(Utterance utterance, Scene scene) {
    return scene.actsOf(utterance.turn().index()).stream()
        .filter(act -> TELLING.contains(act.name()))
        .max(Comparator.comparingDouble(Act::confidence))
        .map(Act::span)
        .orElse(utterance.span());
  }

  private record Candidate(Utterance utterance, double score) {}
}
