package io.earshot.bench;

import java.util.Random;

/** Turns of 5 to 19 words that are as frequent as words are: few often, many rarely. */
final class ZipfText {
  private ZipfText() {}

  static String of(Random random, boolean chinese) {
    StringBuilder text = new StringBuilder();
    int words = 5 + random.nextInt(15);
    for (int i = 0; i < words; i++) {
      // Rank proportional to the inverse of a uniform number: Zipf's law.
      int rank = (int) (1 / (random.nextDouble() + 0.0002));
      if (chinese) {
        text.appendCodePoint(0x4e00 + rank);
      } else {
        text.append('w').append(rank).append(' ');
      }
    }
    return text.toString();
  }
}
