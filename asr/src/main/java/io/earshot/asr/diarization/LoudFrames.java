package io.earshot.asr.diarization;

import io.earshot.asr.diarization.PrintTrack.Frame;
import io.earshot.conversation.Word;
import java.util.List;

/** The frames under words that are loud enough to tell of the voice: not closures and gaps. */
final class LoudFrames {
  // Below the word's loudest frame and below the loud frames of the call; both mean levels of
  // bands.
  private static final double WORD_DEPTH_DB = 30;
  private static final double CALL_DEPTH_DB = 45;
  private static final double LOUD_SHARE = 0.9;
  private static final int STEPS_PER_DB = 2;
  private static final int MOST_DB = 128;

  private final List<Word> words;
  private final PrintTrack track;
  private final double floorDb;
  private long count;

  LoudFrames(List<Word> words, PrintTrack track) {
    this.words = words;
    this.track = track;
    this.floorDb = loud() - CALL_DEPTH_DB;
    for (int word = 0; word < words.size(); word++) {
      count += of(word).size();
    }
  }

  /** Those of one word. */
  List<Frame> of(int word) {
    List<Frame> frames = track.of(words.get(word));
    double loudest = frames.stream().mapToDouble(LoudFrames::level).max().orElse(0);
    double least = Math.max(floorDb, loudest - WORD_DEPTH_DB);
    return frames.stream().filter(frame -> level(frame) > least).toList();
  }

  /** Those of all words. */
  long count() {
    return count;
  }

  private double loud() {
    long[] histogram = new long[MOST_DB * STEPS_PER_DB];
    long all = 0;
    for (Word word : words) {
      for (Frame frame : track.of(word)) {
        histogram[(int) Math.min(histogram.length - 1, level(frame) * STEPS_PER_DB)]++;
        all++;
      }
    }
    long below = 0;
    int step = 0;
    while (step < histogram.length - 1 && below + histogram[step] < LOUD_SHARE * all) {
      below += histogram[step++];
    }
    return (double) step / STEPS_PER_DB;
  }

  private static double level(Frame frame) {
    double sum = 0;
    for (int band = 0; band < VoicePrint.BANDS; band++) {
      sum += frame.decibels(band);
    }
    return sum / VoicePrint.BANDS;
  }
}
