package io.earshot.ingest.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Undoes decoding with a wrong charset: UTF-8 read as Windows-1252 or as GBK, GBK read as
 * Windows-1252, and the first of them several times over. Only what decodes strictly and then makes
 * more sense is changed.
 */
final class WrongCharset {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Each system that a text passes may encode it once more. */
  private static final int MAX_PASSES = 3;

  /** Ordinary text has about 98 % common characters, text in a wrong charset about half. */
  private static final double LEAST_COMMON = 0.8;

  /** By the characters U+0000 to U+00FF and those of Windows-1252 in the place of 0x80 to 0x9F. */
  private static final byte[] BYTES = new byte[0x2200];

  static {
    for (int value = 0; value < 0x100; value++) {
      BYTES[value] = (byte) value;
    }
    for (int value = 0x80; value < 0xa0; value++) {
      char shown = windows(value).charAt(0);
      if (shown < BYTES.length) {
        BYTES[shown] = (byte) value;
      }
    }
  }

  private static final int NO_BREAK = 0xa0;

  /** The euro, quotation marks, dashes, dots and the trade mark, as their bytes. */
  private static final String MARKS =
      "\u0080\u0082\u0084\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0099";

  private WrongCharset() {}

  /** The character of a number; 0x80 to 0x9F mean those of Windows-1252, as in HTML. */
  static String windows(int code) {
    if (code < 0x80 || code > 0x9f) {
      return Character.toString(code);
    }
    String shown = new String(new byte[] {(byte) code}, WINDOWS_1252);
    return shown.charAt(0) == '\uFFFD' ? Character.toString(code) : shown;
  }

  static String undo(String text, RepairReport report) {
    if (text.chars().noneMatch(c -> c > 0x7f)) {
      return text;
    }
    String mended = looksLikeUtf8(text) ? text : gbkAsWindows(text, report);
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      String before = mended;
      mended = utf8AsWindows(before, report);
      if (mended.equals(before)) {
        break;
      }
    }
    return strayWindows(utf8AsGbk(mended, report), report);
  }

  /** Marks of Windows-1252 that were taken for control characters of Latin 1. */
  private static String strayWindows(String text, RepairReport report) {
    StringBuilder out = new StringBuilder(text.length());
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = MARKS.indexOf(c) >= 0;
      out.append(mark ? windows(c) : Character.toString(c));
      found += mark ? 1 : 0;
    }
    report.count(Repair.MOJIBAKE, found);
    return found == 0 ? text : out.toString();
  }

  /** Most of its bytes are: then a run of the others is no Chinese, whatever it looks like. */
  private static boolean looksLikeUtf8(String text) {
    int bytes = 0;
    int inside = 0;
    for (int i = 0; i < text.length(); ) {
      int length = sequence(text, i, false);
      bytes += length > 0 ? length : high(text, i) > 0 ? 1 : 0;
      inside += length;
      i += Math.max(1, length);
    }
    return inside * 2 > bytes;
  }

  /** The byte a character was; 0 when it was none beyond ASCII. */
  private static int high(String text, int at) {
    if (at >= text.length() || text.charAt(at) >= BYTES.length) {
      return 0;
    }
    int value = Byte.toUnsignedInt(BYTES[text.charAt(at)]);
    return value >= 0x80 ? value : 0;
  }

  private static String utf8AsWindows(String text, RepairReport report) {
    StringBuilder out = new StringBuilder(text.length());
    int found = 0;
    int lastEnd = -1;
    int i = 0;
    while (i < text.length()) {
      int length = sequence(text, i, false);
      // Two-byte letters of Greek, Cyrillic and the like: one alone may have been meant.
      boolean rare = length == 2 && high(text, i) > 0xc3;
      boolean inRow = lastEnd == i || sequence(text, i + length, false) == length;
      Optional<String> meant = length == 0 || (rare && !inRow) ? none() : decode(text, i, length);
      if (length == 0 && sequence(text, i, true) == 3) {
        length = 3;
        meant = lastEnd == i || sequence(text, i + 3, false) == 3 ? spaced(text, i) : none();
      }
      if (meant.isPresent()) {
        out.append(meant.get());
        found++;
        i += length;
        lastEnd = i;
      } else {
        out.append(text.charAt(i++));
      }
    }
    report.count(Repair.MOJIBAKE, found);
    return out.toString();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /**
   * How many characters here were one character's bytes in UTF-8; 0 when they were not.
   *
   * @param spaces whether a plain space counts as the one that does not break, the byte 0xA0, which
   *     many systems make of it
   */
  private static int sequence(String text, int at, boolean spaces) {
    int lead = high(text, at);
    int length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      int next = spaces && isSpace(text, at + i) ? NO_BREAK : high(text, at + i);
      if (next < 0x80 || next > 0xbf) {
        return 0;
      }
    }
    return length;
  }

  private static boolean isSpace(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ';
  }

  /** A Chinese character beside others of its kind, with a space in the place of a byte. */
  private static Optional<String> spaced(String text, int from) {
    String bytes = text.substring(from, from + 3).replace(' ', (char) NO_BREAK);
    return decode(bytes, 0, 3).filter(meant -> CommonCharacters.share(meant) == 1);
  }

  private static Optional<String> decode(String text, int from, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) high(text, from + i);
    }
    return strictly(bytes, UTF_8).filter(meant -> isCharacter(meant.codePointAt(0)));
  }

  private static boolean isCharacter(int code) {
    int type = Character.getType(code);
    return type != Character.UNASSIGNED && type != Character.PRIVATE_USE;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String gbkAsWindows(String text, RepairReport report) {
    StringBuilder out = new StringBuilder(text.length());
    int found = 0;
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (high(text, end) >= 0x81) {
        end++;
      }
      Optional<String> meant = end - i < 4 ? none() : chinese(text.substring(i, end));
      found += meant.isPresent() ? 1 : 0;
      int next = Math.max(end, i + 1);
      out.append(meant.orElse(text.substring(i, next)));
      i = next;
    }
    report.count(Repair.MOJIBAKE, found);
    return out.toString();
  }

  /** Letters with accents stand alone; the two bytes of Chinese characters stand in rows. */
  private static Optional<String> chinese(String run) {
    byte[] bytes = new byte[run.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) high(run, i);
    }
    boolean cyrillic = run.chars().filter(c -> c == 'Ð' || c == 'Ñ').count() * 3 > run.length();
    boolean few = run.chars().distinct().count() < 3;
    if (few || cyrillic || strictly(bytes, UTF_8).isPresent()) {
      return Optional.empty();
    }
    return strictly(bytes, GB18030)
        .filter(meant -> CommonCharacters.share(meant) >= LEAST_COMMON)
        .filter(meant -> meant.codePoints().anyMatch(Character::isIdeographic));
  }

  /** The whole text, since a character's last byte was joined with what followed it. */
  private static String utf8AsGbk(String text, RepairReport report) {
    long beyond = text.chars().filter(c -> c > 0x7f).count();
    if (beyond < 3 || !GB18030.newEncoder().canEncode(text)) {
      return text;
    }
    byte[] bytes = text.replace("\uFFFD", "?").getBytes(GB18030);
    String meant = new String(bytes, UTF_8);
    long lost = meant.chars().filter(c -> c == 0xfffd).count();
    long gaps = text.chars().filter(c -> c == '?' || c == 0xfffd).count();
    long kept = meant.chars().filter(c -> c > 0x7f && c != 0xfffd).count();
    // Bytes that had no character became question marks, or nothing: as many places may be lost.
    boolean sound = (lost <= gaps * 2 || lost * 3 <= kept) && kept >= 2 && lost * 2 <= kept;
    if (!sound || CommonCharacters.share(meant.replace("\uFFFD", "")) < LEAST_COMMON) {
      return text;
    }
    report.count(Repair.MOJIBAKE, 1);
    return meant;
  }
}
