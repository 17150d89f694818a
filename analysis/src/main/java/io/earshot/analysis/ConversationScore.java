package io.earshot.analysis;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Resolution;
import io.earshot.conversation.Score;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.TalkMetrics;
import java.util.ArrayList;
import java.util.List;

/**
 * One figure from 0 to 100 for how a conversation went, as the weighted mean of its parts:
 *
 * <ul>
 *   <li>{@code emotion_end} (.30): how the customer leaves, 50 + 50 x end valence
 *   <li>{@code emotion_course} (.20): 50 + 25 x lowest valence + 25 x (end - start)
 *   <li>{@code resolution} (.25): whether the matter was settled, 50 where nothing is known
 *   <li>{@code responsiveness} (.10): first response, 100 up to the first limit, 0 from the second
 *       on, logarithmic between (calls 3 s and 30 s, chats 30 s and 10 min)
 *   <li>{@code silence_overlap} (.15, calls): 100 less the share of silence beyond a quarter of the
 *       call and less 5 for each time a minute one party talks over the other
 * </ul>
 *
 * <p>What can't be known of a conversation is left out and the other weights grow to add up to 1.
 * The weights are a convention to be tuned by operators, not a measured law; the end weighs most
 * because people judge an experience by its end (Kahneman's peak-end rule).
 */
final class ConversationScore {
  private static final double TOLERATED_SILENCE = 0.25;
  private static final double MINUTE_MS = 60_000;

  private ConversationScore() {}

  static Score of(
      Conversation conversation,
      EmotionCourse course,
      TalkMetrics talk,
      List<ScoredTurn> turns,
      Resolution resolution) {
    List<Score.Part> parts = new ArrayList<>();
    parts.add(part("emotion_end", 50 + 50 * course.end(), 0.30));
    double trend = course.end() - course.start();
    parts.add(part("emotion_course", 50 + 25 * course.lowest() + 25 * trend, 0.20));
    parts.add(part("resolution", settled(resolution), 0.25));
    boolean call = conversation.channel() == Channel.CALL;
    if (conversation.timed() && hasBoth(turns)) {
      double response = call ? decline(talk, 3_000, 30_000) : decline(talk, 30_000, 600_000);
      // Who answered whom counts for as much as it is sure who spoke.
      double told =
          conversation.speakerSource() == SpeakerSource.DIARIZATION
              ? conversation.speakerConfidence()
              : 1;
      parts.add(part("responsiveness", response, 0.10 * told));
    }
    if (conversation.timed() && call && conversation.durationMs() > 0) {
      parts.add(part("silence_overlap", flow(talk, conversation.durationMs()), 0.15));
    }
    return total(parts);
  }

  private static Score total(List<Score.Part> parts) {
    double weights = parts.stream().mapToDouble(Score.Part::weight).sum();
    double value = parts.stream().mapToDouble(p -> p.value() * p.weight()).sum() / weights;
    List<Score.Part> shares =
        parts.stream().map(p -> new Score.Part(p.name(), p.value(), p.weight() / weights)).toList();
    return new Score(value, shares);
  }

  private static boolean hasBoth(List<ScoredTurn> turns) {
    return turns.stream().anyMatch(turn -> turn.utterance().turn().speaker() == Speaker.AGENT)
        && turns.stream().anyMatch(turn -> turn.utterance().turn().speaker() == Speaker.CUSTOMER);
  }

  /** 100 where it is sure that the matter was settled, 0 where it is sure that it was not. */
  private static double settled(Resolution resolution) {
    return switch (resolution.outcome()) {
      case SOLVED -> 50 + 50 * resolution.confidence();
      case UNSOLVED -> 50 - 50 * resolution.confidence();
      case PARTLY, UNKNOWN -> 50;
    };
  }

  private static double decline(TalkMetrics talk, double goodMs, double badMs) {
    double responseMs = Math.max(goodMs, talk.firstResponseMs());
    return 100 * (1 - Math.log(responseMs / goodMs) / Math.log(badMs / goodMs));
  }

  private static double flow(TalkMetrics talk, long durationMs) {
    double silence = Math.max(0, talk.silenceShare() - TOLERATED_SILENCE);
    double overlapsAMinute = talk.overlaps() * MINUTE_MS / durationMs;
    return 100 - 100 * silence - 5 * overlapsAMinute;
  }

  private static Score.Part part(String name, double value, double weight) {
    return new Score.Part(name, Math.max(0, Math.min(100, value)), weight);
  }
}
