package io.earshot.analysis;

import java.util.Random;

/** Text of all kinds mixed: scripts, emoji, controls, lone surrogates, punctuation. */
public final class RandomText {
  private static final String PIECES =
      "退款什么时候到账。，！？[数字x]<NAME>{{订单編號}} refund don't 's --- \u0000\u0007\n\t\u3000\u200b\ufeff";

  private RandomText() {}

  public static String of(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x10000)); // lone surrogates too
        case 1 -> text.appendCodePoint(0x1F300 + random.nextInt(0x300));
        case 2 -> text.append((char) (0x4E00 + random.nextInt(0x5000)));
        case 3 -> text.append((char) (' ' + random.nextInt(95)));
        default -> {
          int from = random.nextInt(PIECES.length());
          int to = Math.min(PIECES.length(), from + 1 + random.nextInt(8));
          text.append(PIECES, from, to);
        }
      }
    }
    return text.substring(0, length);
  }
}
