package io.earshot.asr.engine;

import java.util.List;

/** Recognises one stretch of sound after the other, each from a fresh state. For one thread. */
public interface Recognizer extends AutoCloseable {

  /**
   * The words of a stretch, in time order.
   *
   * @param samples at 16 kHz on the 16-bit scale; not changed
   * @throws io.earshot.conversation.EarshotException when the engine fails
   */
  List<HeardWord> recognize(float[] samples);

  /**
   * The likeliest ways to hear a stretch, most probable first, each in time order. Their words have
   * no confidence (0).
   *
   * @param samples as in {@link #recognize}
   * @param most of them
   * @throws io.earshot.conversation.EarshotException when the engine fails
   */
  List<List<HeardWord>> hypotheses(float[] samples, int most);

  @Override
  void close();
}
