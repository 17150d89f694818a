package io.earshot.analysis;

import io.earshot.config.Section;
import java.time.Duration;

/**
 * How conversations are judged.
 *
 * @param threads how many turns are embedded at a time, over all conversations
 * @param cachedVectors how many vectors of each language are kept (2 KB each)
 * @param maxTokens how much of a turn the sentence models read
 * @param intentClosenessZh least cosine to an intent's examples in the Chinese model
 * @param intentClosenessEn least cosine to an intent's examples in the English model
 * @param intentProbability below which an intent is not named
 * @param intentHead name of the head, trained on the user's labels, that tells intents in its
 *     language; empty for the shipped ones
 * @param conversationIntents how many intents a whole conversation has at most
 * @param emotionProbability below which a feeling is not named
 * @param emotionHead name of the head that corrects the shipped emotions in its language; empty for
 *     the shipped ones alone
 * @param neutralPrior weight of neutral against all feelings together; more finds fewer feelings
 * @param persistence 0 to 1, how much of a feeling lasts into the speaker's next turn
 * @param silence least length of a silence in a call
 * @param chatWait least length of a gap between two messages of a chat that counts as a wait
 * @param overlap least time two parties have to speak at once to count
 * @param keywords how many keywords a conversation has at most
 */
public record AnalysisSettings(
    int threads,
    int cachedVectors,
    int maxTokens,
    double intentClosenessZh,
    double intentClosenessEn,
    double intentProbability,
    String intentHead,
    int conversationIntents,
    double emotionProbability,
    String emotionHead,
    double neutralPrior,
    double persistence,
    Duration silence,
    Duration chatWait,
    Duration overlap,
    int keywords) {

  /** Reads the settings; keys that are absent have their defaults. */
  public static AnalysisSettings from(Section section) {
    return new AnalysisSettings(
        section.integer("threads", Runtime.getRuntime().availableProcessors(), 1, 256),
        section.integer("cached_vectors", 10_000, 0, 1_000_000),
        section.integer("max_tokens", 256, 16, 512),
        section.number("intent_closeness_zh", 0.62, 0, 1),
        section.number("intent_closeness_en", 0.72, 0, 1),
        section.number("intent_probability", 0.35, 0, 1),
        section.text("intent_head", ""),
        section.integer("conversation_intents", 5, 1, 50),
        section.number("emotion_probability", 0.35, 0, 1),
        section.text("emotion_head", ""),
        section.number("neutral_prior", 0.3, 0.01, 0.99),
        section.number("persistence", 0.05, 0, 0.9),
        section.duration("silence", Duration.ofSeconds(3)),
        section.duration("chat_wait", Duration.ofMinutes(2)),
        section.duration("overlap", Duration.ofMillis(500)),
        section.integer("keywords", 10, 0, 100));
  }

  public static AnalysisSettings defaults() {
    return from(Section.empty());
  }
}
