package io.earshot.asr;

import io.earshot.asr.engine.DeafRecognizer;
import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that hears a word wherever the sound is loud. */
final class BeepEngine implements SpeechEngine {
  private static final int FRAME = 160;

  final AtomicInteger atWork = new AtomicInteger();
  final AtomicInteger mostAtWork = new AtomicInteger();
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger secondLooks = new AtomicInteger();
  final AtomicInteger segments = new AtomicInteger();

  @Override
  public Recognizer newRecognizer(List<String> words) {
    return new DeafRecognizer();
  }

  @Override
  public Recognizer newRecognizer() {
    open.incrementAndGet();
    return new Recognizer() {
      @Override
      public List<HeardWord> recognize(float[] samples) {
        segments.incrementAndGet();
        mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        try {
          return beeps(samples);
        } finally {
          atWork.decrementAndGet();
        }
      }

      @Override
      public List<List<HeardWord>> hypotheses(float[] samples, int most) {
        secondLooks.incrementAndGet();
        return List.of(beeps(samples));
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  static List<HeardWord> beeps(float[] samples) {
    List<HeardWord> words = new ArrayList<>();
    double start = -1;
    for (int at = 0; at + FRAME <= samples.length; at += FRAME) {
      boolean loud = loud(samples, at);
      if (loud && start < 0) {
        start = at / 16_000.0;
      } else if (!loud && start >= 0) {
        words.add(new HeardWord("beep", start, at / 16_000.0, 1));
        start = -1;
      }
    }
    if (start >= 0) {
      words.add(new HeardWord("beep", start, samples.length / 16_000.0, 1));
    }
    return words;
  }

  private static boolean loud(float[] samples, int from) {
    double sum = 0;
    for (int i = from; i < from + FRAME; i++) {
      sum += samples[i] * samples[i];
    }
    return sum / FRAME > 1000 * 1000;
  }

  @Override
  public void close() {
    open.decrementAndGet();
  }
}
