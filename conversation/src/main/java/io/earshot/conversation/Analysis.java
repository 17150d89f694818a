package io.earshot.conversation;

import java.util.List;

/**
 * Everything found in a conversation.
 *
 * @param language main language as a BCP 47 tag
 * @param turns one insight for each turn, in the turns' order
 * @param findings every statement with its evidence
 * @param intents of the whole conversation, most probable first
 * @param emotion the customer's feeling over the conversation
 * @param talk how the talking was shared out
 * @param keywords most telling first
 * @param summary up to two sentences taken from the conversation
 * @param score the overall figure and its parts
 * @param facts what it comes to: reason, promises, resolution, ...; their evidence is among the
 *     findings too
 */
public record Analysis(
    String language,
    List<TurnInsight> turns,
    List<Finding> findings,
    List<Scored> intents,
    EmotionCourse emotion,
    TalkMetrics talk,
    List<String> keywords,
    List<String> summary,
    Score score,
    Facts facts) {

  public Analysis {
    turns = List.copyOf(turns);
    findings = List.copyOf(findings);
    intents = List.copyOf(intents);
    keywords = List.copyOf(keywords);
    summary = List.copyOf(summary);
    // Absent in files of an earlier release.
    facts = facts == null ? Facts.NONE : facts;
  }

  /** The same analysis with other insights, such as ones with their embeddings attached. */
  public Analysis withTurns(List<TurnInsight> newTurns) {
    return new Analysis(
        language, newTurns, findings, intents, emotion, talk, keywords, summary, score, facts);
  }

  @Override
  public String toString() {
    return "Analysis[%s, %d turns, %d findings]".formatted(language, turns.size(), findings.size());
  }
}
