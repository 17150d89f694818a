package io.earshot.asr;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is who.
 *
 * @param roles one for each part of the call
 * @param confidence that the roles are right, 0 to 1
 */
record Parties(List<Speaker> roles, SpeakerSource source, double confidence) {
  // Nothing said tells the roles: recorders put the customer first a little more often than not.
  private static final double COIN_TOSS = 0.5;
  // Votes between the tracks at which the roles are right about three times in four.
  private static final double VOTES_SCALE = 3;
  private static final double EXPECTED_VOTES = 6;
  private static final int LONG_GREETING = 6;

  /**
   * Written as in Chinese without commas, other scripts keep their spaces: one text serves both.
   */
  private static final TurnText UNBROKEN = new TurnText("zh", Long.MAX_VALUE);

  /** The given roles if there are any, else what the tracks' words tell. */
  static Parties of(List<Speaker> given, List<List<Word>> tracks) {
    if (!given.isEmpty()) {
      return given(given, tracks.size());
    }
    return switch (tracks.size()) {
      case 1 -> new Parties(List.of(Speaker.UNKNOWN), SpeakerSource.NONE, 0);
      case 2 -> heard(tracks);
      default ->
          new Parties(
              tracks.stream().map(track -> Speaker.UNKNOWN).toList(), SpeakerSource.TRACKS, 0);
    };
  }

  /**
   * The given roles of two tracks, unless what is said speaks strongly for the reverse: what is
   * expected counts as much as a greeting and an offer of help.
   */
  static Parties expected(List<Speaker> given, List<List<Word>> tracks) {
    boolean both = given.contains(Speaker.AGENT) && given.contains(Speaker.CUSTOMER);
    if (tracks.size() != 2 || given.size() != 2 || !both) {
      return of(given, tracks);
    }
    double expected = given.get(1) == Speaker.AGENT ? EXPECTED_VOTES : -EXPECTED_VOTES;
    return named(expected + lead(tracks), SpeakerSource.TRACKS);
  }

  private static Parties given(List<Speaker> given, int tracks) {
    List<Speaker> roles = new ArrayList<>(given.subList(0, Math.min(tracks, given.size())));
    while (roles.size() < tracks) {
      roles.add(Speaker.UNKNOWN);
    }
    boolean known = roles.stream().anyMatch(role -> role != Speaker.UNKNOWN);
    return new Parties(
        List.copyOf(roles), known ? SpeakerSource.TRACKS : SpeakerSource.NONE, known ? 1 : 0);
  }

  private static Parties heard(List<List<Word>> tracks) {
    return named(lead(tracks), SpeakerSource.TRACKS);
  }

  private static double lead(List<List<Word>> tracks) {
    return agentVotes(tracks.get(1)) - agentVotes(tracks.get(0));
  }

  /** Two voices of one track, the first of which is heard first. */
  static Parties voices(List<Word> first, List<Word> second) {
    double lead = agentVotes(second) - agentVotes(first) - greeting(first, second);
    return named(lead, SpeakerSource.DIARIZATION);
  }

  private static Parties named(double lead, SpeakerSource source) {
    List<Speaker> roles =
        lead >= 0
            ? List.of(Speaker.CUSTOMER, Speaker.AGENT)
            : List.of(Speaker.AGENT, Speaker.CUSTOMER);
    double confidence = COIN_TOSS + (1 - COIN_TOSS) * (1 - Math.exp(-Math.abs(lead) / VOTES_SCALE));
    return new Parties(roles, source, confidence);
  }

  // Who takes the call speaks first, and at length; who was called says "hello".
  private static double greeting(List<Word> first, List<Word> second) {
    long answerMs = second.get(0).startMs();
    long greeted = first.stream().filter(word -> word.endMs() <= answerMs).count();
    return greeted >= LONG_GREETING ? 1 : 0;
  }

  /** How much these words sound like an agent's; below zero like a customer's. */
  static double agentVotes(List<Word> words) {
    return PartyCues.agentVotes(UNBROKEN.join(words));
  }
}
