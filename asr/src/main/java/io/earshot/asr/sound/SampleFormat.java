package io.earshot.asr.sound;

import java.util.Optional;

/** How one sample is written in a WAV file, and what it is on the 16-bit scale. */
enum SampleFormat {
  // Eight-bit WAV is unsigned with silence at 128, unlike every wider PCM.
  PCM_U8("pcm_u8", 1) {
    @Override
    float decode(byte[] bytes, int at) {
      return ((bytes[at] & 0xff) - 128) * 256f;
    }
  },
  PCM_S16("pcm_s16le", 2) {
    @Override
    float decode(byte[] bytes, int at) {
      return (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
    }
  },
  PCM_S24("pcm_s24le", 3) {
    @Override
    float decode(byte[] bytes, int at) {
      int value = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] << 16;
      return value / 256f;
    }
  },
  PCM_S32("pcm_s32le", 4) {
    @Override
    float decode(byte[] bytes, int at) {
      return int32(bytes, at) / 65536f;
    }
  },
  FLOAT_32("pcm_f32le", 4) {
    @Override
    float decode(byte[] bytes, int at) {
      float value = Float.intBitsToFloat(int32(bytes, at));
      // Not-a-number and overdriven samples would poison the filters behind this.
      return Float.isFinite(value) ? Math.max(-1, Math.min(1, value)) * 32768 : 0;
    }
  },
  A_LAW("pcm_alaw", 1) {
    @Override
    float decode(byte[] bytes, int at) {
      return A_LAW_TABLE[bytes[at] & 0xff];
    }
  },
  MU_LAW("pcm_mulaw", 1) {
    @Override
    float decode(byte[] bytes, int at) {
      return MU_LAW_TABLE[bytes[at] & 0xff];
    }
  };

  private static final float[] A_LAW_TABLE = table(SampleFormat::expandALaw);
  private static final float[] MU_LAW_TABLE = table(SampleFormat::expandMuLaw);

  private final String codec;
  private final int bytes;

  SampleFormat(String codec, int bytes) {
    this.codec = codec;
    this.bytes = bytes;
  }

  abstract float decode(byte[] bytes, int at);

  String codec() {
    return codec;
  }

  int bytes() {
    return bytes;
  }

  /** The format of a WAVE format tag; empty when Java does not decode it. */
  static Optional<SampleFormat> of(int formatTag, int bits) {
    return switch (formatTag) {
      case 1 -> pcm(bits);
      case 3 -> bits == 32 ? Optional.of(FLOAT_32) : Optional.empty();
      case 6 -> bits == 8 ? Optional.of(A_LAW) : Optional.empty();
      case 7 -> bits == 8 ? Optional.of(MU_LAW) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<SampleFormat> pcm(int bits) {
    return switch (bits) {
      case 8 -> Optional.of(PCM_U8);
      case 16 -> Optional.of(PCM_S16);
      case 24 -> Optional.of(PCM_S24);
      case 32 -> Optional.of(PCM_S32);
      default -> Optional.empty();
    };
  }

  private static int int32(byte[] bytes, int at) {
    return bytes[at] & 0xff
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  // ITU-T G.711, A-law: even bits inverted, 13-bit values scaled to 16.
  private static int expandALaw(int code) {
    int bits = code ^ 0x55;
    int exponent = bits >> 4 & 7;
    int mantissa = (bits & 15) << 4 | 8;
    int magnitude = exponent == 0 ? mantissa : (mantissa | 0x100) << (exponent - 1);
    return (bits & 0x80) != 0 ? magnitude : -magnitude;
  }

  // ITU-T G.711, mu-law: all bits inverted, 14-bit values with a bias of 33, scaled to 16.
  private static int expandMuLaw(int code) {
    int bits = ~code & 0xff;
    int magnitude = (((bits & 15) << 3) + 0x84 << (bits >> 4 & 7)) - 0x84;
    return (bits & 0x80) != 0 ? -magnitude : magnitude;
  }

  private static float[] table(java.util.function.IntUnaryOperator expand) {
    float[] table = new float[256];
    for (int code = 0; code < table.length; code++) {
      table[code] = expand.applyAsInt(code);
    }
    return table;
  }
}
