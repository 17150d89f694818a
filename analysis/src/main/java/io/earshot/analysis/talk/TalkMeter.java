package io.earshot.analysis.talk;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.TalkMetrics;
import io.earshot.conversation.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures who talked how much, how fast, over whom, and when nobody did. Thread-safe. */
public final class TalkMeter {
  private final long silenceMs;
  private final long chatWaitMs;
  private final long overlapMs;

  /**
   * Measures by these limits.
   *
   * @param silence least length of a silence in a call
   * @param chatWait least length of a gap between two messages of a chat
   * @param overlap least time two parties have to speak at once; less is a normal change of turns
   */
  public TalkMeter(Duration silence, Duration chatWait, Duration overlap) {
    this.silenceMs = silence.toMillis();
    this.chatWaitMs = chatWait.toMillis();
    this.overlapMs = overlap.toMillis();
  }

  /**
   * Measures a conversation.
   *
   * @param language its main language: Chinese speech is counted in characters
   */
  public Talk measure(Conversation conversation, String language) {
    if (conversation.channel() == Channel.CALL && conversation.timed()) {
      return call(conversation, language);
    }
    return chat(conversation);
  }

  private Talk call(Conversation conversation, String language) {
    List<Turn> turns = conversation.turns();
    List<Interval> spoken = Interval.union(turns.stream().map(TalkMeter::interval).toList());
    long lastMs = spoken.isEmpty() ? 0 : spoken.get(spoken.size() - 1).endMs();
    long lengthMs = Math.max(conversation.durationMs(), lastMs);
    List<Gap> gaps = Gap.between(turns, lengthMs);
    List<Finding> findings = silences(gaps, silenceMs, turns);
    List<Finding> overlaps =
        conversation.speakerSource() == SpeakerSource.DIARIZATION
            ? CutOffs.find(conversation)
            : Overlaps.find(turns, overlapMs);
    findings.addAll(overlaps);
    return new Talk(
        new TalkMetrics(
            share(speaking(turns, Speaker.AGENT), lengthMs),
            share(speaking(turns, Speaker.CUSTOMER), lengthMs),
            share(lengthMs - Interval.total(spoken), lengthMs),
            gaps.stream().mapToLong(Gap::lengthMs).max().orElse(0),
            overlaps.size(),
            Overlaps.totalMs(turns),
            SpeechRate.of(turns, Speaker.AGENT, language),
            SpeechRate.of(turns, Speaker.CUSTOMER, language),
            firstResponseMs(turns)),
        findings);
  }

  private Talk chat(Conversation conversation) {
    List<Turn> turns = conversation.turns();
    boolean timed = conversation.timed();
    List<Gap> gaps = timed ? Gap.between(turns, 0) : List.of();
    double characters = Math.max(1, turns.stream().mapToLong(turn -> turn.text().length()).sum());
    return new Talk(
        new TalkMetrics(
            written(turns, Speaker.AGENT) / characters,
            written(turns, Speaker.CUSTOMER) / characters,
            0,
            gaps.stream().mapToLong(Gap::lengthMs).max().orElse(0),
            0,
            0,
            0,
            0,
            timed ? firstResponseMs(turns) : 0),
        silences(gaps, chatWaitMs, turns));
  }

  private static List<Finding> silences(List<Gap> gaps, long leastMs, List<Turn> turns) {
    List<Finding> findings = new ArrayList<>();
    for (Gap gap : gaps) {
      if (gap.lengthMs() >= leastMs) {
        findings.add(gap.finding(turns));
      }
    }
    return findings;
  }

  private static long speaking(List<Turn> turns, Speaker speaker) {
    return Interval.total(Interval.union(Overlaps.of(turns, speaker)));
  }

  private static double written(List<Turn> turns, Speaker speaker) {
    return turns.stream()
        .filter(turn -> turn.speaker() == speaker)
        .mapToLong(turn -> turn.text().length())
        .sum();
  }

  private static double share(long partMs, long lengthMs) {
    return lengthMs <= 0 ? 0 : Math.min(1, Math.max(0, (double) partMs / lengthMs));
  }

  /** From the end of the customer's first turn to the start of the agent's next. */
  private static long firstResponseMs(List<Turn> turns) {
    long askedMs = -1;
    for (Turn turn : turns) {
      if (askedMs < 0 && turn.speaker() == Speaker.CUSTOMER) {
        askedMs = turn.endMs();
      } else if (askedMs >= 0 && turn.speaker() == Speaker.AGENT) {
        return Math.max(0, turn.startMs() - askedMs);
      }
    }
    return 0;
  }

  static Interval interval(Turn turn) {
    return new Interval(turn.startMs(), Math.max(turn.startMs(), turn.endMs()));
  }
}
