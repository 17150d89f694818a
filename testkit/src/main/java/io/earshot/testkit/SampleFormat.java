package io.earshot.testkit;

/** How a WAV file keeps its samples: the four ways telephony uses most. */
public enum SampleFormat {
  /** 16 bits, signed, little endian. */
  PCM16(1, 2),
  /** 8 bits, unsigned. */
  PCM8(1, 1),
  /** G.711 mu-law. */
  MU_LAW(7, 1),
  /** G.711 A-law. */
  A_LAW(6, 1);

  private final int wavFormat;
  private final int bytes;

  SampleFormat(int wavFormat, int bytes) {
    this.wavFormat = wavFormat;
    this.bytes = bytes;
  }

  /** The format tag of a WAV header. */
  int wavFormat() {
    return wavFormat;
  }

  int bytesPerSample() {
    return bytes;
  }

  /** The sample in this format, in its low {@link #bytesPerSample()} bytes. */
  int encode(short sample) {
    return switch (this) {
      case PCM16 -> sample & 0xffff;
      case PCM8 -> (sample >> 8) + 128;
      case MU_LAW -> G711.muLaw(sample);
      case A_LAW -> G711.aLaw(sample);
    };
  }
}
