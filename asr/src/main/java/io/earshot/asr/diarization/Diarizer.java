package io.earshot.asr.diarization;

import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Tells two voices on one sound track apart. Stateless, for any thread; the same words and sound
 * give the same result, bit for bit.
 */
public final class Diarizer {
  // Three seconds of loud sound: less is no sample of two voices.
  private static final int LEAST_FRAMES = 150;
  // A voice that is heard for less than half a second is a cough.
  private static final int LEAST_VOICE_FRAMES = 25;

  private Diarizer() {}

  /**
   * Divides a track's words between two voices; whether there really are two is for the caller to
   * decide by their separation and by what they say.
   *
   * @param words of the track in time order, none overlapping
   */
  public static Diarization divide(List<Word> words, PrintTrack track) {
    List<WordSound> sounds = WordSounds.of(words, track, LEAST_FRAMES);
    if (sounds.isEmpty()) {
      return one(words.size());
    }
    Division division = Division.of(sounds, Directions.of(words, track, sounds));
    if (division.leastFrames(sounds) < LEAST_VOICE_FRAMES) {
      return one(words.size());
    }
    List<Integer> voices = new ArrayList<>();
    List<Double> certainty = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      voices.add(division.second()[i] == division.second()[0] ? 0 : 1);
      certainty.add(division.certainty()[i]);
    }
    return new Diarization(voices, certainty, division.separation());
  }

  private static Diarization one(int words) {
    return new Diarization(Collections.nCopies(words, 0), Collections.nCopies(words, 1.0), 0);
  }
}
