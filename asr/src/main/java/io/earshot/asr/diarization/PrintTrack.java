package io.earshot.asr.diarization;

import io.earshot.asr.engine.VoiceVector;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.asr.voice.VoiceFrames;
import io.earshot.asr.voice.VoiceMeter;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The voice prints and pitches of one sound track on the call's clock. Filled segment by segment in
 * order. For one thread. Holds about 24 bytes for 20 ms of speech: 35 MB for eight hours. With a
 * speaker model also its vectors, one for some seconds of speech.
 */
public final class PrintTrack {
  private static final int SAMPLES_PER_MS = SpeechSegment.SAMPLE_RATE / 1000;

  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Vector> vectors = new ArrayList<>();

  /** What a speaker model made of a stretch of words. */
  private record Vector(long startMs, long endMs, VoiceVector vector) {}

  /** Frames that lie together in the track; {@code startMs} is the middle of the first. */
  private record Stretch(long startMs, VoicePrint print, VoiceFrames voice, int first, int count) {
    long endMs() {
      return startMs + (long) count * VoicePrintMeter.HOP_MS;
    }
  }

  /** One frame. */
  record Frame(VoicePrint print, VoiceFrames voice, int index) {
    double decibels(int band) {
      return print.decibels(index, band);
    }

    /** Fundamental frequency; 0 where the frame is not voiced. */
    double pitchHz() {
      int middle = index * VoicePrintMeter.HOP_MS + VoicePrintMeter.MIDDLE_MS;
      int frame = middle / VoiceMeter.FRAME_MS;
      return frame < voice.count() ? voice.pitchHz(frame) : 0;
    }
  }

  /** Adds what was measured of the next segment. */
  public void add(VoicePrint print, VoiceFrames voice, Placement placement) {
    List<Splice> splices = placement.splices();
    for (int i = 0; i < splices.size(); i++) {
      int first = firstFrame(splices.get(i));
      int end = i + 1 < splices.size() ? firstFrame(splices.get(i + 1)) : print.count();
      if (end > first) {
        long offsetMs = splices.get(i).offset() / SAMPLES_PER_MS;
        long middleMs = (long) first * VoicePrintMeter.HOP_MS + VoicePrintMeter.MIDDLE_MS;
        long startMs = splices.get(i).position() / SAMPLES_PER_MS + middleMs - offsetMs;
        stretches.add(
            new Stretch(startMs, print, voice, first, Math.min(end, print.count()) - first));
      }
    }
  }

  /** Adds what a speaker model made of a stretch of words, the one after the last. */
  public void add(long startMs, long endMs, VoiceVector vector) {
    vectors.add(new Vector(startMs, endMs, vector));
  }

  /** The vector of the stretch that a word belongs to. */
  Optional<VoiceVector> vector(Word word) {
    double middleMs = (word.startMs() + word.endMs()) / 2.0;
    int low = 0;
    int high = vectors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (vectors.get(middle).endMs < middleMs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < vectors.size() && vectors.get(low).startMs <= middleMs
        ? Optional.of(vectors.get(low).vector)
        : Optional.empty();
  }

  private static int firstFrame(Splice splice) {
    int offsetMs = splice.offset() / SAMPLES_PER_MS - VoicePrintMeter.MIDDLE_MS;
    return Math.max(0, -Math.floorDiv(-offsetMs, VoicePrintMeter.HOP_MS));
  }

  /** The frames whose middles lie in a word. */
  List<Frame> of(Word word) {
    List<Frame> frames = new ArrayList<>();
    for (int i = firstEndingAfter(word.startMs()); i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (stretch.startMs >= word.endMs()) {
        break;
      }
      long from = Math.max(0, framesBefore(word.startMs() - stretch.startMs));
      long to = Math.min(stretch.count, framesBefore(word.endMs() - stretch.startMs));
      for (long frame = from; frame < to; frame++) {
        frames.add(new Frame(stretch.print, stretch.voice, stretch.first + (int) frame));
      }
    }
    return frames;
  }

  private static long framesBefore(long timeMs) {
    return Math.floorDiv(timeMs + VoicePrintMeter.HOP_MS - 1, VoicePrintMeter.HOP_MS);
  }

  private int firstEndingAfter(long timeMs) {
    int low = 0;
    int high = stretches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stretches.get(middle).endMs() <= timeMs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
