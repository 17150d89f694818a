package io.earshot.asr.diarization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The best division of a track's words between two voices, and how far apart these are.
 *
 * @param second whether each word is the second voice's
 * @param certainty of each word's voice, 0.5 to 1
 * @param separation how far apart they are, see {@link Diarization#separation}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Division(boolean[] second, double[] certainty, double separation) {
  // Half a second of sound: "yes" is no sample of a voice.
  private static final int LEAST_SPELL_FRAMES = 25;
  private static final double HARD_SHARE = 0.1;
  // Of 31 calls and 74 single speakers 104 lie on the right side of 0.8, and all calls but one
  // above 0.98; weights from 2 to 6 do nearly as well.
  private static final double AGREEMENT_WEIGHT = 4;
  private static final double USUAL_AGREEMENT = 0.9;
  // Not measured, for want of a real model: a cosine that is greater by 0.3 means plainly two.
  private static final double LEAST_MARGIN = 0.2;
  private static final double SEPARATION_AT_NO_MARGIN = 0.5;

  /**
   * Finds it; words must not be empty. A speaker model's vectors count only where they part two
   * voices by themselves; then they may say that the voices are further apart, never that they are
   * nearer.
   */
  static Division of(List<WordSound> words, Directions directions) {
    List<double[]> guesses = Beginnings.of(words);
    Division plain = of(words, Directions.NONE, guesses);
    if (directions.isEmpty()) {
      return plain;
    }
    guesses.add(directions.beginning());
    Division directed = of(words, directions, guesses);
    double margin = directions.margin(directed.second);
    return margin < LEAST_MARGIN
        ? plain
        : new Division(
            directed.second,
            directed.certainty,
            Math.max(plain.separation, margin + SEPARATION_AT_NO_MARGIN));
  }

  private static Division of(List<WordSound> words, Directions directions, List<double[]> guesses) {
    Alternation alternation = new Alternation(words);
    TwoVoices best = null;
    for (double[] guess : guesses) {
      TwoVoices voices = TwoVoices.learn(words, directions, alternation, guess);
      best = best == null || voices.evidence() > best.evidence() ? voices : best;
    }
    boolean[] second = alternation.likeliest(best.first(), best.second());
    double[] certainty = new double[second.length];
    for (int i = 0; i < second.length; i++) {
      double share = second[i] ? 1 - best.shares()[i] : best.shares()[i];
      certainty[i] = Math.max(0.5, Math.min(1, share));
    }
    return new Division(second, certainty, separation(words, best, second));
  }

  /**
   * The distance where voices are hardest to tell apart, as a log likelihood of a frame: the tenth
   * percentile of a voice's spells, the mean of both. One voice, divided all the same, also comes
   * to some distance, but then much of its sound would by itself go to the other half: so the share
   * of the sound that does not counts too.
   */
  private static double separation(List<WordSound> words, TwoVoices voices, boolean[] second) {
    double distance =
        (distance(words, voices, second, false) + distance(words, voices, second, true)) / 2;
    return distance + AGREEMENT_WEIGHT * (agreement(words, voices, second) - USUAL_AGREEMENT);
  }

  private static double distance(
      List<WordSound> words, TwoVoices voices, boolean[] second, boolean voice) {
    List<Double> distances = new ArrayList<>();
    int frames = 0;
    double lead = 0;
    for (int i = 0; i < second.length; i++) {
      frames += words.get(i).frames();
      lead += voices.lead(i);
      if (i + 1 == second.length || second[i + 1] != second[i]) {
        if (second[i] == voice && frames >= LEAST_SPELL_FRAMES) {
          distances.add(Math.abs(lead) / frames / VoiceModel.FRAME_NEWS);
        }
        frames = 0;
        lead = 0;
      }
    }
    Collections.sort(distances);
    return distances.isEmpty() ? 0 : percentile(distances);
  }

  private static double percentile(List<Double> sorted) {
    double place = HARD_SHARE * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(sorted.size() - 1, below + 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  private static double agreement(List<WordSound> words, TwoVoices voices, boolean[] second) {
    double agreed = 0;
    double all = 1e-9;
    for (int i = 0; i < second.length; i++) {
      all += words.get(i).frames();
      agreed += voices.lead(i) < 0 == second[i] ? words.get(i).frames() : 0;
    }
    return agreed / all;
  }

  /** How many frames the rarer voice has. */
  int leastFrames(List<WordSound> words) {
    int[] frames = new int[2];
    for (int i = 0; i < second.length; i++) {
      frames[second[i] ? 1 : 0] += words.get(i).frames();
    }
    return Arrays.stream(frames).min().orElse(0);
  }
}
