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

  @Override
  void close();
}
