package io.earshot.analysis.facts;

import io.earshot.analysis.language.Utterance;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Question;
import io.earshot.conversation.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The customer's questions and the agent's turns that answer them: soon after, near in meaning, and
 * doing what answers do.
 */
final class Questions {
  private static final double LEAST_CONFIDENCE = 0.42;
  private static final int LOOKED_AHEAD = 8;
  private static final int MOST_ANSWERS = 2;
  private static final int MOST = 40;

  /** Random pairs have a cosine of about .45 in the Chinese model and .6 in the English one. */
  private static final double UNRELATED_ZH = 0.45;

  private static final double UNRELATED_EN = 0.6;
  private static final double NEARNESS = 0.06;
  private static final double DEED = 0.2;

  /** A reply of no known act, right after the question and later. */
  private static final double NEXT = 0.16;

  private static final double BARE = 0.08;
  private static final double LEAST_SCORE = 0.12;
  private static final Set<String> ANSWERING =
      Set.of(Act.EXPLANATION, Act.PROMISE, Act.NEXT_STEP, Act.OFFER, Act.REFUSAL, Act.TRANSFER);

  private Questions() {}

  static List<Question> of(Scene scene) {
    return scene
        .customerActs(Act.QUESTION)
        .filter(act -> act.confidence() >= LEAST_CONFIDENCE && Cues.asks(act.text()))
        .limit(MOST)
        .map(act -> question(act, scene))
        .toList();
  }

  private static Question question(Act act, Scene scene) {
    List<Candidate> candidates = candidates(act, scene);
    List<Finding> answers =
        candidates.stream()
            .sorted(Comparator.comparingDouble(Candidate::score).reversed())
            .limit(MOST_ANSWERS)
            .filter(
                c ->
                    c.score
                        >= candidates.stream().mapToDouble(Candidate::score).max().orElse(0) - 0.1)
            .sorted(Comparator.comparingInt(c -> c.utterance.turn().index()))
            .map(candidate -> answer(candidate, scene))
            .toList();
    String name = answers.isEmpty() ? Question.UNANSWERED : Question.ANSWERED;
    return new Question(scene.finding(Facts.QUESTION, name, act), answers);
  }

  /** Agent's turns up to where the talk has moved on: two substantial replies. */
  private static List<Candidate> candidates(Act question, Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    int last = Math.min(scene.utterances().size() - 1, question.turn() + LOOKED_AHEAD);
    for (int turn = question.turn() + 1; turn <= last; turn++) {
      Utterance utterance = scene.utterances().get(turn);
      if (utterance.turn().speaker() != Speaker.AGENT || utterance.meaning() == null) {
        continue;
      }
      double score = score(question, utterance, turn, scene);
      if (score >= LEAST_SCORE) {
        candidates.add(new Candidate(utterance, score));
      }
    }
    return candidates;
  }

  private static double score(Act question, Utterance reply, int turn, Scene scene) {
    List<Act> acts = scene.actsOf(turn);
    boolean answers = acts.stream().anyMatch(act -> ANSWERING.contains(act.name()));
    boolean bareReply = acts.isEmpty() && reply.span().length() > 1;
    if (!answers && !bareReply) {
      return 0;
    }
    double distance = turn - question.turn() - 1;
    double base = answers ? DEED : distance == 0 ? NEXT : BARE;
    return likeness(question.meaning(), reply.meaning()) + base - NEARNESS * distance;
  }

  private static double likeness(Embedding question, Embedding reply) {
    if (!question.model().equals(reply.model())) {
      return 0;
    }
    double unrelated = question.model().equals("zh") ? UNRELATED_ZH : UNRELATED_EN;
    return question.cosine(reply) - unrelated;
  }

  private static Finding answer(Candidate candidate, Scene scene) {
    int turn = candidate.utterance.turn().index();
    double confidence = Math.min(0.95, 0.4 + candidate.score);
    return scene.finding(Facts.ANSWER, "", turn, candidate.utterance.span(), confidence, Map.of());
  }

  private record Candidate(Utterance utterance, double score) {}
}
