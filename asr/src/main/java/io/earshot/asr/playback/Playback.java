package io.earshot.asr.playback;

import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.CallSound;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.asr.sound.WavWriter;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Peaks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A call's recording as people see and hear it. Immutable; for any thread. */
public final class Playback {
  private static final int BLOCKS_PER_SECOND = 4;

  private final List<Path> media;
  private final MediaDecoder decoder;
  private final long samples;
  private final Peaks peaks;

  private Playback(List<Path> media, MediaDecoder decoder, long samples, Peaks peaks) {
    this.media = media;
    this.decoder = decoder;
    this.samples = samples;
    this.peaks = peaks;
  }

  /**
   * Reads a call through.
   *
   * @param media in the order of the transcription, so that track numbers are the same
   * @throws EarshotException of kind BAD_INPUT when a file can't be decoded
   */
  public static Playback of(List<Path> media, MediaDecoder decoder) {
    try (CallSound sound = CallSound.open(media, decoder)) {
      PeakMeter meter = new PeakMeter(sound.tracks(), sound.sampleRate());
      float[][] block = block(sound);
      for (int got = sound.read(block); got >= 0; got = sound.read(block)) {
        meter.accept(block, got);
      }
      return new Playback(List.copyOf(media), decoder, meter.samples(), meter.peaks());
    }
  }

  /** Whether every player can play the files of a call as they are. */
  public static boolean plays(List<Path> media) {
    return media.size() == 1 && AudioFile.isPlain(media.get(0));
  }

  /** Its outline, every stretch 20 ms. */
  public Peaks peaks() {
    return peaks;
  }

  /**
   * Writes all tracks on one clock as one WAV file, 16-bit PCM at the highest rate among the files.
   *
   * @param wav is written and flushed, neither synced nor closed
   * @throws EarshotException of kind BAD_INPUT when a file has changed since it was read, EXHAUSTED
   *     when {@code wav} takes no more
   */
  public void write(OutputStream wav) {
    try (CallSound sound = CallSound.open(media, decoder)) {
      WavWriter writer = new WavWriter(wav, sound.tracks(), sound.sampleRate(), samples);
      float[][] block = block(sound);
      for (int got = sound.read(block); got >= 0; got = sound.read(block)) {
        writer.write(block, got);
      }
      writer.finish();
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "The recording can't be written: check free disk and write permission", e);
    }
  }

  private static float[][] block(CallSound sound) {
    return new float[sound.tracks()][sound.sampleRate() / BLOCKS_PER_SECOND];
  }
}
