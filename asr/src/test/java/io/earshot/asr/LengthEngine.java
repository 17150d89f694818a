package io.earshot.asr;

import io.earshot.asr.engine.DeafRecognizer;
import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** An engine for which a beep's length is its word: every 20 ms from 100 ms on the next one. */
final class LengthEngine implements SpeechEngine {
  private static final int FIRST_MS = 100;
  private static final int STEP_MS = 20;

  final AtomicBoolean closed = new AtomicBoolean();
  private final List<String> words;
  private final double confidence;

  LengthEngine(List<String> words, double confidence) {
    this.words = List.copyOf(words);
    this.confidence = confidence;
  }

  /** How long the beep of a word is. */
  static int lengthMs(int word) {
    return FIRST_MS + STEP_MS * word;
  }

  @Override
  public Recognizer newRecognizer() {
    return new Recognizer() {
      @Override
      public List<HeardWord> recognize(float[] samples) {
        return BeepEngine.beeps(samples).stream().map(LengthEngine.this::word).toList();
      }

      @Override
      public List<List<HeardWord>> hypotheses(float[] samples, int most) {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }

  private HeardWord word(HeardWord beep) {
    double ms = (beep.endSeconds() - beep.startSeconds()) * 1000;
    int word = (int) Math.round((ms - FIRST_MS) / STEP_MS);
    String text = words.get(Math.max(0, Math.min(words.size() - 1, word)));
    return new HeardWord(text, beep.startSeconds(), beep.endSeconds(), confidence);
  }

  @Override
  public Recognizer newRecognizer(List<String> known) {
    return new DeafRecognizer();
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
