package io.earshot.asr.segment;

import io.earshot.asr.segment.Placement.Splice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns one channel's samples, block by block, into speech segments, each sample at most once.
 *
 * <p>Holds at most one segment of the longest length. For one thread.
 */
public final class Segmenter {
  private static final int FRAME = SpeechGate.FRAME;
  // Long segments are cut in their last third, at the quietest 150 ms found there.
  private static final double SEARCHED_SHARE = 1.0 / 3;
  private static final int QUIET_FRAMES = 15;

  private final SpeechGate gate;
  private final Consumer<SpeechSegment> sink;
  private final int targetFrames;
  private final int maxFrames;
  private final float[] frame = new float[FRAME];
  private final float[] preRoll;
  private final float[] pack;
  private final double[] levels;
  private List<Splice> splices = new ArrayList<>();
  private int frameFilled;
  private int preRollFrames;
  private int packFrames;
  private long position;
  private boolean speaking;

  public Segmenter(GateSettings settings, Consumer<SpeechSegment> sink) {
    this.gate = new SpeechGate(settings);
    this.sink = sink;
    this.targetFrames = frames(settings.targetLength());
    this.preRoll = new float[Math.max(1, frames(settings.preRoll())) * FRAME];
    this.maxFrames = frames(settings.maxLength()) + preRoll.length / FRAME;
    this.pack = new float[maxFrames * FRAME];
    this.levels = new double[maxFrames];
  }

  /** Takes the channel's next samples at 16 kHz. */
  public void accept(float[] samples, int count) {
    int taken = 0;
    while (taken < count) {
      int part = Math.min(count - taken, FRAME - frameFilled);
      System.arraycopy(samples, taken, frame, frameFilled, part);
      taken += part;
      frameFilled += part;
      if (frameFilled == FRAME) {
        acceptFrame();
        frameFilled = 0;
      }
    }
  }

  /** Hands out what is left at the end of the channel. */
  public void finish() {
    if (frameFilled > 0) {
      Arrays.fill(frame, frameFilled, FRAME, 0);
      acceptFrame();
      frameFilled = 0;
    }
    emit(packFrames);
  }

  private void acceptFrame() {
    boolean open = gate.accept(frame, 0);
    position += FRAME;
    if (open && !speaking) {
      startStretch();
    } else if (!open && speaking && packFrames >= targetFrames) {
      emit(packFrames);
    }
    speaking = open;
    if (open) {
      append(frame, 0);
    } else {
      remember();
    }
  }

  private void startStretch() {
    // Frames before the gate opened, none of which is in the pack yet.
    long start = position - FRAME - (long) preRollFrames * FRAME;
    if (packFrames + preRollFrames >= maxFrames) {
      emit(packFrames);
    }
    splices.add(new Splice(packFrames * FRAME, start));
    for (int i = 0; i < preRollFrames; i++) {
      append(preRoll, i * FRAME);
    }
    preRollFrames = 0;
  }

  private void append(float[] samples, int from) {
    if (packFrames == maxFrames) {
      emit(quietestCut());
    }
    System.arraycopy(samples, from, pack, packFrames * FRAME, FRAME);
    levels[packFrames++] = gate.levelDb();
  }

  private void remember() {
    if (preRollFrames * FRAME == preRoll.length) {
      System.arraycopy(preRoll, FRAME, preRoll, 0, preRoll.length - FRAME);
      preRollFrames--;
    }
    System.arraycopy(frame, 0, preRoll, preRollFrames * FRAME, FRAME);
    preRollFrames++;
  }

  private int quietestCut() {
    int first = (int) (packFrames * (1 - SEARCHED_SHARE));
    int best = packFrames;
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int i = first; i < packFrames; i++) {
      sum += levels[i] - (i >= first + QUIET_FRAMES ? levels[i - QUIET_FRAMES] : 0);
      if (i >= first + QUIET_FRAMES - 1 && sum < least) {
        least = sum;
        best = i + 1 - QUIET_FRAMES / 2;
      }
    }
    return best;
  }

  /** Hands out the first frames of the pack and keeps the rest. */
  private void emit(int count) {
    if (count == 0) {
      return;
    }
    int cut = count * FRAME;
    List<Splice> kept = new ArrayList<>();
    List<Splice> given = new ArrayList<>();
    for (Splice splice : splices) {
      if (splice.offset() < cut) {
        given.add(splice);
      } else {
        kept.add(new Splice(splice.offset() - cut, splice.position()));
      }
    }
    int rest = packFrames - count;
    if (rest > 0 && (kept.isEmpty() || kept.get(0).offset() > 0)) {
      Splice last = given.get(given.size() - 1);
      kept.add(0, new Splice(0, last.position() + cut - last.offset()));
    }
    sink.accept(new SpeechSegment(Arrays.copyOf(pack, cut), new Placement(given, cut)));
    System.arraycopy(pack, cut, pack, 0, rest * FRAME);
    System.arraycopy(levels, count, levels, 0, rest);
    packFrames = rest;
    splices = kept;
  }

  private static int frames(java.time.Duration duration) {
    return (int) (duration.toMillis() / 10);
  }
}
