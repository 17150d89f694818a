package io.earshot.asr.voice;

import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.conversation.Voice;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames of one sound track on the call's clock. Filled segment by segment in order, then asked
 * for the voice under a turn's words. For one thread.
 */
public final class VoiceTrack {
  private static final int SAMPLES_PER_MS = SpeechSegment.SAMPLE_RATE / 1000;

  private final List<Stretch> stretches = new ArrayList<>();

  /** Frames that lie together in the track. */
  private record Stretch(long startMs, VoiceFrames frames, int first, int count) {
    long endMs() {
      return startMs + (long) count * VoiceMeter.FRAME_MS;
    }
  }

  /** Adds what was measured of the next segment. */
  public void add(VoiceFrames frames, Placement placement) {
    List<Splice> splices = placement.splices();
    for (int i = 0; i < splices.size(); i++) {
      int first = splices.get(i).offset() / VoiceMeter.FRAME;
      int end =
          i + 1 < splices.size() ? splices.get(i + 1).offset() / VoiceMeter.FRAME : frames.count();
      if (end > first) {
        long startMs = splices.get(i).position() / SAMPLES_PER_MS;
        stretches.add(new Stretch(startMs, frames, first, end - first));
      }
    }
  }

  /**
   * The voice that said these words; empty when nothing was measured where they lie.
   *
   * @param words of this track in time order, their times on the call's clock
   */
  public Optional<Voice> of(List<Word> words) {
    VoiceSummary summary = new VoiceSummary();
    for (Word word : words) {
      for (int i = firstEndingAfter(word.startMs()); i < stretches.size(); i++) {
        Stretch stretch = stretches.get(i);
        if (stretch.startMs >= word.endMs()) {
          break;
        }
        add(stretch, word, summary);
      }
    }
    return summary.voice();
  }

  private static void add(Stretch stretch, Word word, VoiceSummary summary) {
    long from = Math.max(0, framesBefore(word.startMs() - stretch.startMs));
    long to = Math.min(stretch.count, framesBefore(word.endMs() - stretch.startMs));
    for (long frame = from; frame < to; frame++) {
      summary.add(stretch.frames, stretch.first + (int) frame);
    }
  }

  // A frame belongs to the word that holds its middle.
  private static long framesBefore(long timeMs) {
    return Math.floorDiv(timeMs + VoiceMeter.FRAME_MS / 2 - 1, VoiceMeter.FRAME_MS);
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
