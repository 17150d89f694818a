package io.earshot.asr.diarization;

import java.util.ArrayList;
import java.util.List;

/**
 * First guesses at who says what. Learning finds the nearest good division, not the best, so it
 * starts from several.
 *
 * <p>A run of words without a pause is mostly one person's. How all runs differ from the background
 * is laid out in a space, where two voices lie along one of the directions in which most differs
 * (principal components; for this use Castaldo et al., "Stream-based speaker segmentation using
 * speaker factors and eigenvoices", 2008).
 */
final class Beginnings {
  private static final int DIRECTIONS = 3;
  private static final int ROUNDS = 60;
  private static final long PAUSE_MS = 250;
  private static final int LONGEST_RUN_FRAMES = 80;
  private static final double RELEVANCE = 5;
  private static final double STEEPNESS = 2;
  private static final double FEW_VOICED = 3;

  private final List<WordSound> words;
  private final List<Run> runs = new ArrayList<>();
  private final int size;

  /** Words from one place to before another, as a point. */
  private record Run(int from, int to, double frames, double[] point, double pitch) {}

  private Beginnings(List<WordSound> words) {
    this.words = words;
    this.size = words.get(0).deviations().length;
    int from = 0;
    int frames = 0;
    for (int i = 0; i < words.size(); i++) {
      if (i > from && (words.get(i).gapMs() > PAUSE_MS || frames >= LONGEST_RUN_FRAMES)) {
        runs.add(run(from, i));
        from = i;
        frames = 0;
      }
      frames += words.get(i).frames();
    }
    runs.add(run(from, words.size()));
    centre();
  }

  /** For each guess how probably each word is the first voice's. */
  static List<double[]> of(List<WordSound> words) {
    Beginnings beginnings = new Beginnings(words);
    List<double[]> guesses = new ArrayList<>();
    List<double[]> directions = new ArrayList<>();
    for (int i = 0; i < DIRECTIONS; i++) {
      double[] direction = beginnings.direction(directions);
      directions.add(direction);
      guesses.add(
          beginnings.guess(
              beginnings.runs.stream().mapToDouble(run -> dot(run.point, direction)).toArray()));
    }
    guesses.add(beginnings.guess(beginnings.runs.stream().mapToDouble(Run::pitch).toArray()));
    return guesses;
  }

  private Run run(int from, int to) {
    double[] point = new double[size];
    double[] counts = new double[size / Cepstrum.SIZE];
    double pitch = 0;
    double voiced = FEW_VOICED;
    double frames = 0;
    for (WordSound word : words.subList(from, to)) {
      for (int d = 0; d < size; d++) {
        point[d] += VoiceModel.FRAME_NEWS * word.deviations()[d];
      }
      for (int k = 0; k < counts.length; k++) {
        counts[k] += VoiceModel.FRAME_NEWS * word.counts()[k];
      }
      pitch += word.pitch();
      voiced += word.voiced();
      frames += word.frames();
    }
    for (int d = 0; d < size; d++) {
      point[d] /= counts[d / Cepstrum.SIZE] + RELEVANCE;
    }
    return new Run(from, to, frames, point, pitch / voiced);
  }

  /** Common sounds weigh more; the mean of all runs goes to zero, for the pitch too. */
  private void centre() {
    double[] counts = new double[size / Cepstrum.SIZE];
    double all = 1e-9;
    for (WordSound word : words) {
      for (int k = 0; k < counts.length; k++) {
        counts[k] += word.counts()[k];
        all += word.counts()[k];
      }
    }
    double[] mean = new double[size];
    double pitch = 0;
    double frames = 1e-9;
    for (Run run : runs) {
      for (int d = 0; d < size; d++) {
        run.point[d] *= Math.sqrt(counts[d / Cepstrum.SIZE] / all);
        mean[d] += run.frames * run.point[d];
      }
      pitch += run.frames * run.pitch;
      frames += run.frames;
    }
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      for (int d = 0; d < size; d++) {
        run.point[d] -= mean[d] / frames;
      }
      runs.set(i, new Run(run.from, run.to, run.frames, run.point, run.pitch - pitch / frames));
    }
  }

  /** The next principal component, by the power method (Golub and Van Loan, 1996). */
  private double[] direction(List<double[]> before) {
    double[] direction = new double[size];
    for (int d = 0; d < size; d++) {
      // Any start that is not square to it will do.
      direction[d] = Math.cos(d + before.size());
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[size];
      for (Run run : runs) {
        double along = run.frames * dot(run.point, direction);
        for (int d = 0; d < size; d++) {
          next[d] += along * run.point[d];
        }
      }
      before.forEach(other -> remove(other, next));
      double length = Math.sqrt(dot(next, next)) + 1e-12;
      for (int d = 0; d < size; d++) {
        direction[d] = next[d] / length;
      }
    }
    return direction;
  }

  private double[] guess(double[] places) {
    double squares = 0;
    for (double place : places) {
      squares += place * place;
    }
    double width = Math.sqrt(squares / places.length) + 1e-9;
    double[] guess = new double[words.size()];
    for (int i = 0; i < places.length; i++) {
      double share = 1 / (1 + Math.exp(-STEEPNESS * places[i] / width));
      java.util.Arrays.fill(guess, runs.get(i).from, runs.get(i).to, share);
    }
    return guess;
  }

  private static void remove(double[] direction, double[] from) {
    double along = dot(direction, from);
    for (int d = 0; d < from.length; d++) {
      from[d] -= along * direction[d];
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }
}
