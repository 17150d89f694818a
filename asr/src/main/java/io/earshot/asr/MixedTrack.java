package io.earshot.asr;

import io.earshot.asr.diarization.Diarization;
import io.earshot.asr.diarization.Diarizer;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sound track that carries both parties: divided by voice, and named by what each says. */
final class MixedTrack {
  // Of 74 single speakers, divided all the same, none came so far; of 31 calls all but one did.
  private static final double PLAIN_SEPARATION = 0.8;
  // What lies between is two people when they also talk like two.
  private static final double LEAST_SEPARATION = 0.65;
  private static final double PLAIN_VOTES = 4;
  // Where voices are told apart half well, and how soon they are surely.
  private static final double HALF_SEPARATION = 0.6;
  private static final double SEPARATION_SCALE = 0.12;
  // Where a third voice had to be put with one of the parties by what it says alone.
  private static final double IN_A_CROWD = 0.8;

  private MixedTrack() {}

  /** Who is on a track; empty where one speaker is all that can be heard. */
  static Optional<Cast> divide(int number, SpeechQueue.Track track) {
    Diarization voices = Diarizer.divide(track.words(), track.prints());
    if (voices.count() < 2) {
      return Optional.empty();
    }
    List<Double> sure = certainty(voices, 1);
    List<Part> parts = parts(number, track, voices.voices(), sure);
    Parties parties = Parties.voices(parts.get(0).words(), parts.get(1).words());
    if (!two(voices, parts)) {
      return Optional.empty();
    }
    List<Integer> spoken = Crowd.parties(track, voices.voices(), PLAIN_SEPARATION);
    if (spoken.equals(voices.voices())) {
      return Optional.of(new Cast(parts, parties));
    }
    List<Part> grouped = parts(number, track, spoken, certainty(voices, IN_A_CROWD));
    Parties named = Parties.voices(grouped.get(0).words(), grouped.get(1).words());
    return Optional.of(new Cast(grouped, named));
  }

  private static boolean two(Diarization voices, List<Part> parts) {
    return voices.separation() >= PLAIN_SEPARATION
        || voices.separation() >= LEAST_SEPARATION && opposed(parts);
  }

  // One agent, divided, says more of what agents say in one half; but in neither what customers do.
  private static boolean opposed(List<Part> parts) {
    double first = Parties.agentVotes(parts.get(0).words());
    double second = Parties.agentVotes(parts.get(1).words());
    return first * second < 0 && Math.abs(first - second) >= PLAIN_VOTES;
  }

  /** That each word is on the right voice. */
  private static List<Double> certainty(Diarization voices, double company) {
    double apart = (voices.separation() - HALF_SEPARATION) / SEPARATION_SCALE;
    double all = company * (0.5 + 0.5 / (1 + Math.exp(-apart)));
    return voices.certainty().stream().map(certain -> all * certain).toList();
  }

  private static List<Part> parts(
      int number, SpeechQueue.Track track, List<Integer> voices, List<Double> certainty) {
    return List.of(
        part(number, track, voices, 0, certainty), part(number, track, voices, 1, certainty));
  }

  private static Part part(
      int number,
      SpeechQueue.Track track,
      List<Integer> voices,
      int voice,
      List<Double> certainty) {
    List<Word> words = new ArrayList<>();
    List<Double> sure = new ArrayList<>();
    for (int i = 0; i < track.words().size(); i++) {
      if (voices.get(i) == voice) {
        words.add(track.words().get(i));
        sure.add(certainty.get(i));
      }
    }
    return new Part(number, words, sure, digits(track, voices, voice));
  }

  /** Those whose nearest word was said by the voice. */
  private static List<Word> digits(SpeechQueue.Track track, List<Integer> voices, int voice) {
    List<Word> digits = new ArrayList<>();
    int at = 0;
    for (Word digit : track.digits()) {
      while (at + 1 < track.words().size()
          && away(track.words().get(at + 1), digit) <= away(track.words().get(at), digit)) {
        at++;
      }
      if (voices.get(at) == voice) {
        digits.add(digit);
      }
    }
    return digits;
  }

  private static long away(Word word, Word digit) {
    return Math.abs(word.startMs() + word.endMs() - digit.startMs() - digit.endMs());
  }
}
