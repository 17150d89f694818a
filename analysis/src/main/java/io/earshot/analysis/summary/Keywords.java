package io.earshot.analysis.summary;

import io.earshot.analysis.language.Token;
import io.earshot.analysis.language.Tokenizer;
import io.earshot.analysis.language.Utterance;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that tell what a conversation is about: phrases of neighbouring telling words, weighed
 * by how often and by whom they are said and by how rare they are in the language (TF-IDF).
 * Thread-safe.
 */
public final class Keywords {
  /** A word of the agent's counts half: scripts repeat themselves. */
  private static final double AGENT_WEIGHT = 0.5;

  private static final int LONGEST_TURN = 2000;
  private static final int LONGEST_CONVERSATION = 20_000;
  private static final int LONGEST_PHRASE = 3;

  /** Longer keywords say more, but are rarely said twice. */
  private static final double PHRASE_BONUS = 0.35;

  private final int most;

  /** At most {@code most} keywords a conversation. */
  public Keywords(int most) {
    this.most = most;
  }

  /** The keywords, most telling first, each with the place of its first (customer's) mention. */
  public List<Finding> of(List<Utterance> utterances) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    int left = LONGEST_CONVERSATION;
    for (Utterance utterance : utterances) {
      if (left > 0 && utterance.turn().speaker() != Speaker.SYSTEM) {
        String text = head(utterance.text(), Math.min(left, LONGEST_TURN));
        left -= text.length();
        collect(utterance, text, candidates);
      }
    }
    return pick(candidates);
  }

  private static String head(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static void collect(Utterance utterance, String text, Map<String, Candidate> candidates) {
    Tokenizer tokenizer = Tokenizer.of(utterance.language());
    boolean agent = utterance.turn().speaker() == Speaker.AGENT;
    String joint = utterance.language().equals("zh") ? "" : " ";
    List<Token> run = new ArrayList<>();
    for (Token token : tokenizer.tokenize(text)) {
      boolean follows = !run.isEmpty() && adjoins(run.get(run.size() - 1), token, text);
      if (!follows) {
        run.clear();
      }
      if (token.telling()) {
        run.add(token);
        addEndings(run, joint, tokenizer, utterance.turn().index(), agent, candidates);
      } else {
        run.clear();
      }
    }
  }

  private static boolean adjoins(Token before, Token token, String text) {
    return text.substring(before.end(), token.start()).isBlank()
        && token.start() - before.end() <= 1;
  }

  /** Each phrase that ends with the newest word. */
  private static void addEndings(
      List<Token> run,
      String joint,
      Tokenizer tokenizer,
      int turn,
      boolean agent,
      Map<String, Candidate> candidates) {
    int newest = run.size();
    for (int from = Math.max(0, newest - LONGEST_PHRASE); from < newest; from++) {
      List<Token> phrase = run.subList(from, newest);
      String words = String.join(joint, phrase.stream().map(Token::word).toList());
      double rarity =
          phrase.stream().mapToDouble(t -> tokenizer.rarity(t.word())).average().orElse(0);
      double bonus = 1 + PHRASE_BONUS * (phrase.size() - 1);
      Candidate found =
          new Candidate(
              words,
              turn,
              phrase.get(0).start(),
              phrase.get(phrase.size() - 1).end(),
              (agent ? AGENT_WEIGHT : 1) * rarity * rarity * bonus,
              agent,
              phrase.size());
      candidates.merge(words, found, Candidate::plus);
    }
  }

  private List<Finding> pick(Map<String, Candidate> candidates) {
    List<Candidate> ranked =
        candidates.values().stream()
            .filter(candidate -> candidate.words == 1 || candidate.weight > candidate.words)
            .sorted(
                Comparator.comparingDouble(Candidate::weight)
                    .reversed()
                    .thenComparing(Candidate::phrase))
            .toList();
    List<Candidate> picked = new ArrayList<>();
    for (Candidate candidate : ranked) {
      boolean told =
          picked.stream()
              .anyMatch(
                  p -> p.phrase.contains(candidate.phrase) || candidate.phrase.contains(p.phrase));
      if (!told && picked.size() < most) {
        picked.add(candidate);
      }
    }
    double highest = picked.isEmpty() ? 1 : picked.get(0).weight;
    return picked.stream().map(candidate -> candidate.finding(highest)).toList();
  }

  private record Candidate(
      String phrase, int turn, int start, int end, double weight, boolean agent, int words) {

    /** Keeps the first mention, but a customer's before an agent's. */
    Candidate plus(Candidate later) {
      Candidate shown = agent && !later.agent ? later : this;
      return new Candidate(
          phrase, shown.turn, shown.start, shown.end, weight + later.weight, shown.agent, words);
    }

    Finding finding(double highest) {
      return new Finding(
          Finding.KEYWORD, phrase, turn, start, end, weight / highest, Map.of("weight", weight));
    }
  }
}
