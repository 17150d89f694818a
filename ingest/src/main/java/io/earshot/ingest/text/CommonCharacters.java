package io.earshot.ingest.text;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * Which Chinese characters are common: those of the first level of GB 2312 (rows 16 to 55) and of
 * Big5 (0xA440 to 0xC67E), which were chosen by frequency, with the marks of both. Of ordinary text
 * nearly all belong to them, of text in a wrong encoding about half. Safe for several threads.
 */
public final class CommonCharacters {
  private static final BitSet SIMPLIFIED = level(Charset.forName("GB2312"), 0xb0, 0xd7, 0xa1);
  private static final BitSet TRADITIONAL = level(Charset.forName("Big5"), 0xa4, 0xc6, 0x40);

  private CommonCharacters() {}

  /** With the marks, which stand in rows 0xA1 to 0xA3 of both. */
  private static BitSet level(Charset charset, int first, int last, int firstTrail) {
    BitSet characters = new BitSet(0x10000);
    for (int lead = 0xa1; lead <= last; lead++) {
      if (lead <= 0xa3 || lead >= first) {
        add(characters, charset, lead, firstTrail);
      }
    }
    characters.clear(0xfffd);
    return characters;
  }

  private static void add(BitSet characters, Charset charset, int lead, int firstTrail) {
    for (int trail = firstTrail; trail <= 0xfe; trail++) {
      String decoded = new String(new byte[] {(byte) lead, (byte) trail}, charset);
      if (decoded.length() == 1) {
        characters.set(decoded.charAt(0));
      }
    }
  }

  /** Whether simplified text has it often. */
  public static boolean simplified(char c) {
    return SIMPLIFIED.get(c);
  }

  /** Whether traditional text has it often. */
  public static boolean traditional(char c) {
    return TRADITIONAL.get(c);
  }

  /** The share of common characters among those beyond ASCII; 0 when there are none. */
  static double share(String text) {
    int beyond = 0;
    int common = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        beyond++;
        common += simplified(c) || traditional(c) ? 1 : 0;
      }
    }
    return beyond == 0 ? 0 : (double) common / beyond;
  }
}
