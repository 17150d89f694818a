package io.earshot.asr.sound;

/**
 * The discrete Fourier transform of a power of two of complex numbers (Cooley and Tukey, 1965).
 * Immutable: threads may share one.
 */
public final class Fourier {
  private final int size;
  private final double[] cosines;
  private final double[] sines;

  /** A transform of {@code size} numbers, a power of two. */
  public Fourier(int size) {
    this.size = size;
    cosines = new double[size / 2];
    sines = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = Math.sin(2 * Math.PI * i / size);
    }
  }

  /** The smallest size that holds so many. */
  public static int sizeFor(int count) {
    return Math.max(2, Integer.highestOneBit(Math.max(1, count - 1)) * 2);
  }

  /** Transforms in place. */
  public void transform(double[] real, double[] imaginary) {
    reorder(real, imaginary);
    for (int half = 1; half < size; half *= 2) {
      int step = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int i = 0; i < half; i++) {
          butterfly(real, imaginary, start + i, start + i + half, i * step);
        }
      }
    }
  }

  private void butterfly(double[] real, double[] imaginary, int low, int high, int angle) {
    double re = real[high] * cosines[angle] + imaginary[high] * sines[angle];
    double im = imaginary[high] * cosines[angle] - real[high] * sines[angle];
    real[high] = real[low] - re;
    imaginary[high] = imaginary[low] - im;
    real[low] += re;
    imaginary[low] += im;
  }

  private void reorder(double[] real, double[] imaginary) {
    int shift = Integer.numberOfLeadingZeros(size) + 1;
    for (int i = 0; i < size; i++) {
      int other = Integer.reverse(i) >>> shift;
      if (other > i) {
        double re = real[i];
        real[i] = real[other];
        real[other] = re;
        double im = imaginary[i];
        imaginary[i] = imaginary[other];
        imaginary[other] = im;
      }
    }
  }
}
