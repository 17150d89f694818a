package io.earshot.asr.diarization;

import java.util.List;

/**
 * Who says each word of a track, as far as voices tell.
 *
 * @param voices for each word the number of its voice, counted from 0 in the order in which they
 *     are first heard
 * @param certainty for each word that its voice is right, given that the voices were told apart
 *     well, 0.5 to 1
 * @param separation how far apart the voices are: mostly below 0.7 when there is but one, above 0.9
 *     when there are two; 0 where too little was heard to divide
 */
public record Diarization(List<Integer> voices, List<Double> certainty, double separation) {

  public Diarization {
    voices = List.copyOf(voices);
    certainty = List.copyOf(certainty);
  }

  /** How many voices there are. */
  public int count() {
    return voices.stream().mapToInt(voice -> voice + 1).max().orElse(0);
  }
}
