package io.earshot.asr;

import io.earshot.asr.diarization.Diarization;
import io.earshot.asr.diarization.Diarizer;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * More voices than two on a track, as when an agent passes the call on. Each of two voices is
 * looked at again; if it is two, the voices are put together anew by whom they talk like.
 */
final class Crowd {
  // Less than ten seconds of one voice's words come apart by chance now and then, as did an agent
  // with four sentences; and so little of a real third voice does little harm where it is.
  private static final long LEAST_MS = 10_000;
  // As far from the middle between agent and customer as a greeting and a courtesy.
  private static final double PLAIN_VOTES = 4;
  // Who talks much has more votes, and is no more an agent for that.
  private static final double ENOUGH_VOTES = 6;

  private final SpeechQueue.Track track;
  private final List<Voice> voices = new ArrayList<>();

  /** Some words of a track, by their places, which were taken for one of two voices before. */
  private record Voice(int before, List<Integer> places, double agentVotes) {}

  private Crowd(SpeechQueue.Track track, List<Integer> two, double plain) {
    this.track = track;
    for (int voice = 0; voice < 2; voice++) {
      List<Integer> places = places(two, voice);
      Diarization again = Diarizer.divide(words(places), track.prints());
      if (again.count() == 2 && again.separation() >= plain && enough(again, places)) {
        for (int part = 0; part < 2; part++) {
          add(voice, places(again.voices(), part).stream().map(places::get).toList());
        }
      } else {
        add(voice, places);
      }
    }
  }

  private boolean enough(Diarization again, List<Integer> places) {
    long[] saidMs = new long[2];
    for (int i = 0; i < places.size(); i++) {
      Word word = track.words().get(places.get(i));
      saidMs[again.voices().get(i)] += word.endMs() - word.startMs();
    }
    return Math.min(saidMs[0], saidMs[1]) >= LEAST_MS;
  }

  /**
   * For each word 0 or 1, the party; the same list when there are no more than two voices.
   *
   * @param two for each word 0 or 1, the voice
   * @param plain separation from which on two voices are two
   */
  static List<Integer> parties(SpeechQueue.Track track, List<Integer> two, double plain) {
    Crowd crowd = new Crowd(track, two, plain);
    return crowd.voices.size() == 2 ? two : crowd.grouped(two.size());
  }

  private List<Integer> grouped(int words) {
    Comparator<Voice> byVotes = Comparator.comparingDouble(Voice::agentVotes);
    Voice agent = voices.stream().max(byVotes).orElseThrow();
    Voice customer = voices.stream().min(byVotes).orElseThrow();
    List<Integer> parties = new ArrayList<>(java.util.Collections.nCopies(words, 0));
    for (Voice voice : voices) {
      int party = isAgent(voice, agent, customer) ? 1 : 0;
      voice.places.forEach(place -> parties.set(place, party));
    }
    // The first that is heard is the first.
    int first = parties.get(0);
    parties.replaceAll(party -> party == first ? 0 : 1);
    return parties;
  }

  private boolean isAgent(Voice voice, Voice agent, Voice customer) {
    double lead = voice.agentVotes - (agent.agentVotes + customer.agentVotes) / 2;
    boolean plain = Math.abs(lead) >= PLAIN_VOTES || voice == agent || voice == customer;
    if (!plain && voice.before == agent.before && voice.before != customer.before) {
      return true;
    }
    if (!plain && voice.before == customer.before && voice.before != agent.before) {
      return false;
    }
    return voice != customer && lead >= 0;
  }

  private void add(int before, List<Integer> places) {
    double votes = Parties.agentVotes(words(places));
    voices.add(new Voice(before, places, Math.max(-ENOUGH_VOTES, Math.min(ENOUGH_VOTES, votes))));
  }

  private List<Word> words(List<Integer> places) {
    return places.stream().map(track.words()::get).toList();
  }

  private static List<Integer> places(List<Integer> voices, int voice) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < voices.size(); i++) {
      if (voices.get(i) == voice) {
        places.add(i);
      }
    }
    return places;
  }
}
