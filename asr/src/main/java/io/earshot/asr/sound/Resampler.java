package io.earshot.asr.sound;

/**
 * Changes the sample rate of one channel by a windowed-sinc polyphase filter, block by block.
 *
 * <p>The passband ends 0.93 of the lower Nyquist frequency and the Kaiser window keeps images and
 * aliases 80 dB down, so that telephone sound raised to 16 kHz has nothing above 4 kHz that was not
 * there. Output sample {@code n} lies at input time {@code n * from / to}: no delay, so word times
 * stay true. For one thread.
 */
public final class Resampler {
  private static final Kaiser WINDOW = new Kaiser(80);
  private static final int HALF_WIDTH = 40;
  private static final double ROLL_OFF = 0.93;
  private static final int MOST_PHASES = 1024;

  private final int from;
  private final int to;
  private final int taps;
  private final float[][] phases;
  private float[] input;
  private int filled;
  private long inputStart;
  private long produced;

  public Resampler(int fromRate, int toRate) {
    int divisor = gcd(fromRate, toRate);
    from = fromRate / divisor;
    to = toRate / divisor;
    // Below the input's rate the filter must cut at the output's Nyquist: longer by that factor.
    double cutoff = Math.min(1, (double) to / from);
    int half = (int) Math.ceil(HALF_WIDTH / cutoff / 2) * 2;
    taps = 2 * half;
    phases = filters(Math.min(to, MOST_PHASES), half, cutoff * ROLL_OFF);
    // Starts with silence so that the first output needs no special case.
    input = new float[taps * 2];
    filled = half - 1;
    inputStart = -filled;
  }

  /** The samples that {@code count} more input samples make possible. */
  public float[] process(float[] samples, int count) {
    if (from == to) {
      return java.util.Arrays.copyOf(samples, count);
    }
    append(samples, count);
    return produce(Long.MAX_VALUE);
  }

  /** The samples still held back, at the end of the sound. */
  public float[] finish(long inputSamples) {
    if (from == to) {
      return new float[0];
    }
    append(new float[taps], taps);
    return produce(Math.floorDiv(inputSamples * to + from - 1, from));
  }

  private float[] produce(long most) {
    long last = inputStart + filled - taps / 2 - 1;
    long possible = last < 0 ? 0 : Math.floorDiv(last * to + to - 1, from) + 1;
    int count = (int) Math.max(0, Math.min(possible, most) - produced);
    float[] output = new float[count];
    for (int i = 0; i < count; i++, produced++) {
      long position = produced * from;
      int phase = (int) (position % to * phases.length / to);
      int at = (int) (position / to - taps / 2 + 1 - inputStart);
      output[i] = dot(phases[phase], at);
    }
    forget();
    return output;
  }

  private float dot(float[] filter, int at) {
    // Four sums, because one would make every addition wait for the last.
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int tap = 0; tap < taps; tap += 4) {
      sum0 += filter[tap] * input[at + tap];
      sum1 += filter[tap + 1] * input[at + tap + 1];
      sum2 += filter[tap + 2] * input[at + tap + 2];
      sum3 += filter[tap + 3] * input[at + tap + 3];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  private void append(float[] samples, int count) {
    if (filled + count > input.length) {
      input = java.util.Arrays.copyOf(input, filled + count);
    }
    System.arraycopy(samples, 0, input, filled, count);
    filled += count;
  }

  private void forget() {
    long needed = produced * from / to - taps / 2 + 1;
    int gone = (int) Math.max(0, Math.min(filled, needed - inputStart));
    System.arraycopy(input, gone, input, 0, filled - gone);
    filled -= gone;
    inputStart += gone;
  }

  private static float[][] filters(int phaseCount, int half, double cutoff) {
    float[][] filters = new float[phaseCount][2 * half];
    for (int phase = 0; phase < phaseCount; phase++) {
      double offset = (double) phase / phaseCount;
      double sum = 0;
      double[] filter = new double[2 * half];
      for (int tap = 0; tap < filter.length; tap++) {
        double time = tap - half + 1 - offset;
        filter[tap] = sinc(cutoff * time) * WINDOW.at(time / half);
        sum += filter[tap];
      }
      // Each phase passes a constant unchanged: otherwise phases would hum against each other.
      for (int tap = 0; tap < filter.length; tap++) {
        filters[phase][tap] = (float) (filter[tap] / sum);
      }
    }
    return filters;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
