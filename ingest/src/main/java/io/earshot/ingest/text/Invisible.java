package io.earshot.ingest.text;

/** Removes characters that nobody sees and that only confuse what comes after. */
final class Invisible {
  private static final int JOINER = 0x200d;
  private static final int NON_JOINER = 0x200c;

  private Invisible() {}

  static String removed(String text, RepairReport report) {
    StringBuilder out = new StringBuilder(text.length());
    int[] codes = text.codePoints().toArray();
    int changed = 0;
    for (int i = 0; i < codes.length; i++) {
      int before = i == 0 ? ' ' : codes[i - 1];
      int after = i + 1 == codes.length ? ' ' : codes[i + 1];
      int kept = kept(codes[i], before, after);
      changed += kept == codes[i] ? 0 : 1;
      if (kept > 0) {
        out.appendCodePoint(kept);
      }
    }
    report.count(Repair.INVISIBLE, changed);
    return out.toString();
  }

  /** What stands in the place of a character; 0 for nothing. */
  private static int kept(int code, int before, int after) {
    if (code == '\n' || code == '\t' || (code >= 0x20 && code < 0x7f)) {
      return code;
    }
    if (code == 0x85 || code == 0x2028 || code == 0x2029) {
      return '\n';
    }
    if (code == JOINER || code == NON_JOINER) {
      return joins(before) && joins(after) ? code : 0;
    }
    if (Character.getType(code) == Character.SPACE_SEPARATOR && code != 0x3000) {
      return ' ';
    }
    return isJunk(code) ? 0 : code;
  }

  /** Joiners have a meaning between emoji and in the scripts of India and Arabia only. */
  private static boolean joins(int code) {
    boolean symbol = code >= 0x2190 && !Character.isIdeographic(code) && code < 0xe0000;
    return symbol || (code >= 0x600 && code < 0x1000);
  }

  private static boolean isJunk(int code) {
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    boolean format = Character.getType(code) == Character.FORMAT && code < 0xe0000;
    boolean filler = code == 0x34f || code == 0x3164 || code == 0x115f || code == 0x1160;
    return surrogate || format || filler || Character.isISOControl(code);
  }
}
