package io.earshot.asr.engine;

import java.util.List;

/**
 * Hears nothing: for models whose graph can't be narrowed to a few words. The engine would search
 * all of it instead, which takes as long as hearing everything twice.
 */
public final class DeafRecognizer implements Recognizer {
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
