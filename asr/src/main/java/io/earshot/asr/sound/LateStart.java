package io.earshot.asr.sound;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sound that begins later than the other track of its call: silence first, so that both are on one
 * clock for whoever reads them. Kept files say it in their names, as {@code 1+2000ms.wav}.
 */
final class LateStart implements AudioReader {
  private static final Pattern NAME = Pattern.compile("\\d+\\+(\\d{1,7})ms(?:\\..*)?");

  private final AudioReader sound;
  private final long delayMs;
  private long silentLeft;

  private LateStart(AudioReader sound, long delayMs) {
    this.sound = sound;
    this.delayMs = delayMs;
    this.silentLeft = delayMs * sound.info().sampleRate() / 1000;
  }

  /** Milliseconds by which a file begins later; 0 for any other name. */
  static long delayMs(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }

  static AudioReader of(Path file, AudioReader sound) {
    long delayMs = delayMs(file);
    return delayMs == 0 ? sound : new LateStart(sound, delayMs);
  }

  /** What a file says of itself, with the silence before it. */
  static AudioInfo of(Path file, AudioInfo info) {
    return late(info, delayMs(file));
  }

  private static AudioInfo late(AudioInfo info, long delayMs) {
    long durationMs = info.durationMs() > 0 ? info.durationMs() + delayMs : 0;
    return new AudioInfo(info.channels(), info.sampleRate(), durationMs, info.codec());
  }

  @Override
  public AudioInfo info() {
    return late(sound.info(), delayMs);
  }

  @Override
  public int read(float[][] channels) {
    if (silentLeft == 0) {
      return sound.read(channels);
    }
    int count = (int) Math.min(silentLeft, channels[0].length);
    for (float[] channel : channels) {
      Arrays.fill(channel, 0, count, 0);
    }
    silentLeft -= count;
    return count;
  }

  @Override
  public void close() {
    sound.close();
  }
}
