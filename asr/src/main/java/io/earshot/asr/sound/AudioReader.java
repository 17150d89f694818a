package io.earshot.asr.sound;

/**
 * A sound file while it is read from start to end. For one thread; closing it twice is harmless.
 */
public interface AudioReader extends AutoCloseable {

  /** What the file says about itself; the duration is an estimate until the end is reached. */
  AudioInfo info();

  /**
   * Fills the start of each channel's array with the next samples, on the 16-bit scale.
   *
   * @param channels one array per channel, all of the same length
   * @return samples read per channel, or -1 at the end
   * @throws io.earshot.conversation.EarshotException of kind BAD_INPUT when the sound can't be
   *     decoded
   */
  int read(float[][] channels);

  @Override
  void close();
}
