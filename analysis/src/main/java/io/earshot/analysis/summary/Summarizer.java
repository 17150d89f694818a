package io.earshot.analysis.summary;

import io.earshot.analysis.language.Sentences;
import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the sentence that tells the customer's problem and the one that tells its outcome.
 *
 * <p>The problem is central to what the customer says and stands early; the outcome is close to the
 * problem, stands late, and is mostly the agent's to tell. Courtesies are neither. Thread-safe.
 */
public final class Summarizer {
  /** Names in the findings of kind summary. */
  public static final String PROBLEM = "problem";

  public static final String OUTCOME = "outcome";

  // How far centrality is followed: cost grows with the square.
  private static final int MOST_COMPARED = 60;
  private static final int LEAST_CHARACTERS_ZH = 5;
  private static final int LEAST_CHARACTERS_EN = 14;
  private static final double POSITION = 0.25;
  private static final double INTENT = 0.15;
  private static final double AGENT = 0.2;
  private static final double LENGTH = 0.1;
  private static final int MOST_SENTENCES = 40;

  private final Predicate<Utterance> courtesy;
  private final Predicate<Utterance> purpose;

  /**
   * Summarises with what else is known about turns.
   *
   * @param courtesy whether a turn is a greeting, a thank-you or the like
   * @param purpose whether a turn tells what somebody wants
   */
  public Summarizer(Predicate<Utterance> courtesy, Predicate<Utterance> purpose) {
    this.courtesy = courtesy;
    this.purpose = purpose;
  }

  /** Up to two findings of kind summary: the problem, then the outcome. */
  public List<Finding> summarize(List<Utterance> utterances) {
    List<Utterance> candidates =
        utterances.stream().filter(Summarizer::hasSubstance).filter(courtesy.negate()).toList();
    List<Finding> findings = new ArrayList<>();
    Optional<Utterance> problem = problem(candidates);
    problem.ifPresent(turn -> findings.add(finding(PROBLEM, turn)));
    problem
        .flatMap(turn -> outcome(candidates, turn))
        .ifPresent(turn -> findings.add(finding(OUTCOME, turn)));
    return findings;
  }

  private static boolean hasSubstance(Utterance utterance) {
    int least = utterance.language().equals("zh") ? LEAST_CHARACTERS_ZH : LEAST_CHARACTERS_EN;
    return utterance.meaning() != null
        && utterance.turn().speaker() != Speaker.SYSTEM
        && utterance.span().length() >= least;
  }

  private Optional<Utterance> problem(List<Utterance> candidates) {
    List<Utterance> said =
        candidates.stream().filter(u -> u.turn().speaker() != Speaker.AGENT).toList();
    List<Utterance> compared = said.subList(0, Math.min(MOST_COMPARED, said.size()));
    Utterance best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < compared.size(); i++) {
      Utterance utterance = compared.get(i);
      double early = 1 - (double) i / compared.size();
      double score =
          centrality(utterance, compared)
              + POSITION * early
              + (purpose.test(utterance) ? INTENT : 0)
              + LENGTH * fullness(utterance);
      if (score > highest) {
        highest = score;
        best = utterance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double centrality(Utterance utterance, List<Utterance> all) {
    double sum = 0;
    int others = 0;
    for (Utterance other : all) {
      if (other != utterance && comparable(other.meaning(), utterance.meaning())) {
        sum += other.meaning().cosine(utterance.meaning());
        others++;
      }
    }
    return others == 0 ? 0 : sum / others;
  }

  private static Optional<Utterance> outcome(List<Utterance> candidates, Utterance problem) {
    int last = candidates.get(candidates.size() - 1).turn().index();
    int first = problem.turn().index();
    Utterance best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (Utterance utterance : candidates) {
      int index = utterance.turn().index();
      // Something in the second half of what follows the problem.
      if (index <= first || index - first < last - index) {
        continue;
      }
      double late = (double) (index - first) / (last - first);
      double near =
          comparable(utterance.meaning(), problem.meaning())
              ? utterance.meaning().cosine(problem.meaning())
              : 0;
      boolean agent = utterance.turn().speaker() == Speaker.AGENT;
      double score = near + POSITION * late + (agent ? AGENT : 0) + LENGTH * fullness(utterance);
      if (score > highest) {
        highest = score;
        best = utterance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean comparable(Embedding one, Embedding other) {
    return one.model().equals(other.model());
  }

  /** 0 to 1: a few words tell less than a sentence. */
  private static double fullness(Utterance utterance) {
    double enough = utterance.language().equals("zh") ? 20 : 60;
    return Math.min(1, utterance.span().length() / enough);
  }

  private static Finding finding(String name, Utterance utterance) {
    Span span = sentence(utterance);
    double confidence = 0.5 * utterance.turn().confidence();
    int turn = utterance.turn().index();
    return new Finding(Finding.SUMMARY, name, turn, span.start(), span.end(), confidence, Map.of());
  }

  /** Of a long turn, the fullest of its sentences that is nearest to the whole. */
  private static Span sentence(Utterance utterance) {
    Span best = utterance.span();
    double highest = -1;
    for (Utterance.Sentence sentence : utterance.sentences()) {
      double near = sentence.meaning().cosine(utterance.meaning());
      if (near > highest) {
        highest = near;
        best = sentence.span();
      }
    }
    if (best.length() > 200) {
      return Sentences.of(utterance.text(), utterance.language(), MOST_SENTENCES).stream()
          .max((a, b) -> Integer.compare(a.length(), b.length()))
          .orElse(best);
    }
    return best;
  }
}
