package io.earshot.testkit;

/** The two companding laws of ITU-T G.711, from linear 16-bit samples. */
final class G711 {
  /** Loudest sample that the law can tell: louder ones would overflow its last segment. */
  private static final int MU_LAW_CLIP = 32635;

  private static final int MU_LAW_BIAS = 132;

  private G711() {}

  /** Eight segments of sixteen steps over the biased magnitude, all bits inverted. */
  static int muLaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), MU_LAW_CLIP) + MU_LAW_BIAS;
    int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
    int step = (magnitude >> (segment + 3)) & 0x0f;
    return ~(sign | segment << 4 | step) & 0xff;
  }

  /** Thirteen significant bits, even bits inverted, the sign bit set for positive samples. */
  static int aLaw(int sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = (sample < 0 ? ~sample : sample) >> 3;
    int segment = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude));
    int step = (magnitude >> Math.max(1, segment)) & 0x0f;
    return (sign | segment << 4 | step) ^ 0x55;
  }
}
