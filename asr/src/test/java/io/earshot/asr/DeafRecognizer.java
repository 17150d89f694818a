package io.earshot.asr;

import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.Recognizer;
import java.util.List;

/** Hears nothing. */
final class DeafRecognizer implements Recognizer {
  @Override
  public List<HeardWord> recognize(float[] samples) {
    return List.of();
  }

  @Override
  public List<List<HeardWord>> hypotheses(float[] samples, int most) {
    return List.of();
  }

  @Override
  public void close() {}
}
