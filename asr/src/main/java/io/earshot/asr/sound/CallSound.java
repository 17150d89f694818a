package io.earshot.asr.sound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All tracks of a call on one clock and at one rate, whatever files they come from: the highest
 * rate among them. Read as a stream; for one thread.
 */
public final class CallSound implements AutoCloseable {
  private final List<Source> sources;
  private final int sampleRate;
  private final long mostSamples;
  private long position;

  private CallSound(List<Source> sources, int sampleRate, long mostSamples) {
    this.sources = sources;
    this.sampleRate = sampleRate;
    this.mostSamples = mostSamples;
  }

  /**
   * Starts to read a call.
   *
   * @param media in the order of the transcription, so that track numbers are the same
   * @throws io.earshot.conversation.EarshotException of kind BAD_INPUT when a file can't be decoded
   */
  public static CallSound open(List<Path> media, MediaDecoder decoder) {
    List<AudioReader> readers = new ArrayList<>();
    try {
      for (Path file : media) {
        readers.add(AudioFile.open(file, decoder));
      }
    } catch (RuntimeException e) {
      readers.forEach(AudioReader::close);
      throw e;
    }
    int rate = readers.stream().mapToInt(reader -> reader.info().sampleRate()).max().orElse(8000);
    List<Source> sources = readers.stream().map(reader -> new Source(reader, rate)).toList();
    long most = decoder.limits().maxDuration().toSeconds() * rate;
    return new CallSound(sources, rate, most);
  }

  /** The channels of all files together. */
  public int tracks() {
    return sources.stream().mapToInt(source -> source.tracks.length).sum();
  }

  /** Samples per second of each track. */
  public int sampleRate() {
    return sampleRate;
  }

  /**
   * Fills the start of each track's array, on the 16-bit scale; tracks that have ended are silent.
   * Sound beyond the decoder's longest duration is left out.
   *
   * @return samples per track, -1 when all have ended
   */
  public int read(float[][] tracks) {
    int wanted = (int) Math.min(tracks[0].length, mostSamples - position);
    int got = 0;
    for (Source source : sources) {
      got = Math.max(got, source.available(wanted));
    }
    int track = 0;
    for (Source source : sources) {
      source.take(tracks, track, got);
      track += source.tracks.length;
    }
    position += got;
    return got == 0 ? -1 : got;
  }

  @Override
  public void close() {
    sources.forEach(source -> source.reader.close());
  }

  /** One file. */
  private static final class Source {
    private final AudioReader reader;
    private final float[][] block;
    private final Resampler[] resamplers;
    private final float[][] tracks;
    private int filled;
    private long read;
    private boolean ended;

    Source(AudioReader reader, int rate) {
      this.reader = reader;
      int channels = reader.info().channels();
      block = new float[channels][reader.info().sampleRate() / 4];
      resamplers = new Resampler[channels];
      Arrays.setAll(resamplers, i -> new Resampler(reader.info().sampleRate(), rate));
      tracks = new float[channels][0];
    }

    /** How many of the wanted samples there are, after reading as far as needed. */
    int available(int wanted) {
      while (filled < wanted && !ended) {
        int got = reader.read(block);
        ended = got < 0;
        read += Math.max(0, got);
        append(got);
      }
      return Math.min(filled, wanted);
    }

    private void append(int got) {
      int more = 0;
      for (int channel = 0; channel < tracks.length; channel++) {
        float[] samples =
            got < 0
                ? resamplers[channel].finish(read)
                : resamplers[channel].process(block[channel], got);
        more = samples.length;
        if (filled + more > tracks[channel].length) {
          tracks[channel] = Arrays.copyOf(tracks[channel], 2 * (filled + more));
        }
        System.arraycopy(samples, 0, tracks[channel], filled, more);
      }
      filled += more;
    }

    void take(float[][] target, int first, int count) {
      int taken = Math.min(count, filled);
      for (int channel = 0; channel < tracks.length; channel++) {
        float[] to = target[first + channel];
        System.arraycopy(tracks[channel], 0, to, 0, taken);
        Arrays.fill(to, taken, count, 0);
        System.arraycopy(tracks[channel], taken, tracks[channel], 0, filled - taken);
      }
      filled -= taken;
    }
  }
}
