package io.earshot.asr;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is on which track.
 *
 * @param roles one per track
 * @param confidence that the roles are right, 0 to 1
 */
record Parties(List<Speaker> roles, SpeakerSource source, double confidence) {
  // Nothing said tells the roles: recorders put the customer first a little more often than not.
  private static final double COIN_TOSS = 0.5;
  // Votes between the tracks at which the roles are right about three times in four.
  private static final double VOTES_SCALE = 3;

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
    double lead = agentVotes(tracks.get(1)) - agentVotes(tracks.get(0));
    List<Speaker> roles =
        lead >= 0
            ? List.of(Speaker.CUSTOMER, Speaker.AGENT)
            : List.of(Speaker.AGENT, Speaker.CUSTOMER);
    double confidence = COIN_TOSS + (1 - COIN_TOSS) * (1 - Math.exp(-Math.abs(lead) / VOTES_SCALE));
    return new Parties(roles, SpeakerSource.TRACKS, confidence);
  }

  private static double agentVotes(List<Word> words) {
    // Written as in Chinese, other scripts keep their spaces: one text serves both.
    return PartyCues.agentVotes(TurnText.join(words, "zh"));
  }
}
