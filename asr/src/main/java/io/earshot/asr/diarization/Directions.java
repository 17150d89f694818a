package io.earshot.asr.diarization;

import io.earshot.asr.engine.VoiceVector;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A speaker model's vectors of stretches of a track, as another feature of voices.
 *
 * <p>A voice is a mean direction, a word's likelihood the cosine of its stretch's vector to that:
 * two von Mises-Fisher distributions of one concentration (Banerjee et al., "Clustering on the unit
 * hypersphere using von Mises-Fisher distributions", 2005). A stretch is compared with the others
 * of a voice and never with itself, or few stretches would always look like themselves.
 */
final class Directions {
  /** No vectors: nothing is changed by them. */
  static final Directions NONE = new Directions(new int[0], new double[0], List.of());

  // Not measured, for want of a real model: so that a cosine that is greater by 0.3 outweighs own
  // features that tell voices apart badly (by 0.2 a frame) over a stretch of two seconds.
  private static final double FRAME_WEIGHT = 0.5;
  // A voice of fewer stretches has no mean to speak of.
  private static final int LEAST_STRETCHES = 3;
  private static final int ROUNDS = 60;
  private static final double STEEPNESS = 2;
  private static final double TINY = 1e-9;
  // Vectors of single precision are only nearly of unit length.
  private static final double ROUNDING = 1e-5;

  private final int[] stretchOf;
  private final double[] frames;
  private final List<VoiceVector> vectors;
  private final double[] weights;

  private Directions(int[] stretchOf, double[] frames, List<VoiceVector> vectors) {
    this.stretchOf = stretchOf;
    this.frames = frames;
    this.vectors = vectors;
    this.weights = new double[vectors.size()];
    for (int i = 0; i < stretchOf.length; i++) {
      if (stretchOf[i] >= 0) {
        weights[stretchOf[i]] += frames[i];
      }
    }
  }

  /** Those of words; none when there are few, or they are not of one model. */
  static Directions of(List<Word> words, PrintTrack track, List<WordSound> sounds) {
    int[] stretchOf = new int[words.size()];
    List<VoiceVector> vectors = new ArrayList<>();
    for (int i = 0; i < stretchOf.length; i++) {
      Optional<VoiceVector> vector = track.vector(words.get(i));
      // One object for all words of a stretch, which follow each other.
      if (vector.isPresent()
          && (vectors.isEmpty() || vectors.get(vectors.size() - 1) != vector.get())) {
        vectors.add(vector.get());
      }
      stretchOf[i] = vector.isPresent() ? vectors.size() - 1 : -1;
    }
    boolean alike = vectors.stream().mapToInt(VoiceVector::size).distinct().count() == 1;
    return alike && vectors.size() >= 2 * LEAST_STRETCHES
        ? new Directions(
            stretchOf, sounds.stream().mapToDouble(WordSound::frames).toArray(), vectors)
        : NONE;
  }

  boolean isEmpty() {
    return vectors.isEmpty();
  }

  /** Adds to the log likelihoods of each word what its vector says, given whose it may be. */
  void weigh(double[] shares, double[] first, double[] second) {
    if (isEmpty()) {
      return;
    }
    double[] owned = owned(shares);
    double[] one = cosines(owned);
    double[] other = cosines(others(owned));
    for (int i = 0; i < stretchOf.length; i++) {
      if (stretchOf[i] >= 0) {
        first[i] += FRAME_WEIGHT * frames[i] * one[stretchOf[i]];
        second[i] += FRAME_WEIGHT * frames[i] * other[stretchOf[i]];
      }
    }
  }

  /**
   * By how much a stretch's cosine to its own voice is greater than to the other: the mean of the
   * voice for which that is less; 0 when one has too few stretches. Some 0.4 is to be expected of
   * two speakers, 0 and less of one that is divided all the same.
   */
  double margin(boolean[] second) {
    double[] shares = new double[second.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = second[i] ? 0 : 1;
    }
    double[] owned = owned(shares);
    double[] others = others(owned);
    double[] one = cosines(owned);
    double[] other = cosines(others);
    return Math.min(margin(owned, one, other), margin(others, other, one));
  }

  private double margin(double[] owned, double[] own, double[] other) {
    int count = 0;
    double all = TINY;
    double sum = 0;
    for (int s = 0; s < owned.length; s++) {
      if (owned[s] > 0.5 && weights[s] > 0) {
        count++;
        all += weights[s];
        sum += weights[s] * (own[s] - other[s]);
      }
    }
    return count < LEAST_STRETCHES ? 0 : sum / all;
  }

  /** A first guess: the voices lie along the direction in which the vectors differ most. */
  double[] beginning() {
    double[] places = places();
    double squares = 0;
    for (double place : places) {
      squares += place * place;
    }
    double width = Math.sqrt(squares / places.length) + TINY;
    double[] guess = new double[stretchOf.length];
    for (int i = 0; i < guess.length; i++) {
      guess[i] =
          stretchOf[i] < 0 ? 0.5 : 1 / (1 + Math.exp(-STEEPNESS * places[stretchOf[i]] / width));
    }
    return guess;
  }

  /** Where each stretch lies on the principal component, from the mean (see Beginnings). */
  private double[] places() {
    double[] mean = sum(weights);
    double all = Arrays.stream(weights).sum() + TINY;
    Arrays.setAll(mean, d -> mean[d] / all);
    double[] direction = new double[mean.length];
    Arrays.setAll(direction, Math::cos);
    double[] places = new double[weights.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[mean.length];
      for (int s = 0; s < places.length; s++) {
        places[s] = dot(vectors.get(s), direction) - dot(mean, direction);
        for (int d = 0; d < next.length; d++) {
          next[d] += weights[s] * places[s] * (vectors.get(s).at(d) - mean[d]);
        }
      }
      double length = Math.sqrt(dot(next, next)) + TINY;
      Arrays.setAll(direction, d -> next[d] / length);
    }
    return places;
  }

  /** Of each stretch the share of its sound that is a voice's, given those of the words. */
  private double[] owned(double[] shares) {
    double[] owned = new double[weights.length];
    for (int i = 0; i < stretchOf.length; i++) {
      if (stretchOf[i] >= 0 && weights[stretchOf[i]] > 0) {
        owned[stretchOf[i]] += shares[i] * frames[i] / weights[stretchOf[i]];
      }
    }
    return owned;
  }

  private static double[] others(double[] owned) {
    return Arrays.stream(owned).map(share -> 1 - share).toArray();
  }

  /** Of each stretch to the mean of a voice's others; 0 where it has none. */
  private double[] cosines(double[] owned) {
    double[] parts = new double[owned.length];
    Arrays.setAll(parts, s -> owned[s] * weights[s]);
    double[] sum = sum(parts);
    double squares = dot(sum, sum);
    double[] cosines = new double[owned.length];
    for (int s = 0; s < cosines.length; s++) {
      double along = dot(vectors.get(s), sum);
      double rest = squares - 2 * parts[s] * along + parts[s] * parts[s];
      boolean alone = rest <= ROUNDING * parts[s] * parts[s] + TINY;
      cosines[s] = alone ? 0 : (along - parts[s]) / Math.sqrt(rest);
    }
    return cosines;
  }

  private double[] sum(double[] parts) {
    double[] sum = new double[vectors.get(0).size()];
    for (int s = 0; s < parts.length; s++) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += parts[s] * vectors.get(s).at(d);
      }
    }
    return sum;
  }

  private static double dot(VoiceVector vector, double[] other) {
    double sum = 0;
    for (int d = 0; d < other.length; d++) {
      sum += vector.at(d) * other[d];
    }
    return sum;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }
}
