package io.earshot.ingest.chat.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.EarshotException;
import java.nio.charset.Charset;

/**
 * How a file's bytes are to be read.
 *
 * @param charset to decode with
 * @param damagedAt offset of the first byte that does not fit; -1 when all do
 */
record TextEncoding(Charset charset, long damagedAt) {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Big5 as Windows writes it. */
  static final Charset BIG5 = Charset.forName("x-windows-950");

  /** Of text in its own encoding 95 % and more is common, in the other about half. */
  private static final double SURELY_MORE = 0.1;

  private static final double MOSTLY = 0.6;

  /** Fewer of the characters are common when letters with accents are read as Chinese. */
  private static final double SELDOM = 0.5;

  /** Of western text not one letter in four has an accent. */
  private static final int MOST_ACCENTS = 4;

  boolean damaged() {
    return damagedAt >= 0;
  }

  /**
   * Finds out the encoding of a text that is fed in pieces. A byte order mark decides; else UTF-8
   * if it fits strictly; else GB18030 or Big5, the legacy of Chinese systems: the one in which more
   * of the characters are common ones. Western text in the legacy of Windows would often pass as
   * GB18030 too: but its high bytes stand alone between letters, while those of Chinese stand in
   * pairs.
   */
  static final class Detector {
    private final ByteCensus utf8 = new ByteCensus(UTF_8);
    private final ByteCensus gb18030 = new ByteCensus(GB18030);
    private final ByteCensus big5 = new ByteCensus(BIG5);
    private final ByteCensus utf16le = new ByteCensus(UTF_16LE);
    private final ByteCensus utf16be = new ByteCensus(UTF_16BE);
    private final byte[] start = new byte[4];
    private long count;
    private long zerosAtEven;
    private long zerosAtOdd;
    private long high;
    private long lonelyHigh;
    private int run;

    void add(byte[] bytes, int length) {
      utf8.add(bytes, length);
      gb18030.add(bytes, length);
      big5.add(bytes, length);
      utf16le.add(bytes, length);
      utf16be.add(bytes, length);
      for (int i = 0; i < length; i++) {
        count(bytes[i]);
      }
    }

    private void count(byte value) {
      if (count < start.length) {
        start[(int) count] = value;
      }
      if (value == 0) {
        if (count % 2 == 0) {
          zerosAtEven++;
        } else {
          zerosAtOdd++;
        }
      }
      if (value < 0) {
        high++;
        run++;
      } else {
        endRun();
      }
      count++;
    }

    private void endRun() {
      if (run == 1) {
        lonelyHigh++;
      }
      run = 0;
    }

    /**
     * The encoding of all that was added.
     *
     * @throws EarshotException of kind BAD_INPUT when it is no text
     */
    TextEncoding end(String name) {
      endRun();
      utf8.end();
      gb18030.end();
      big5.end();
      utf16le.end();
      utf16be.end();
      if (startsWith(0xff, 0xfe) || isWide(zerosAtOdd, zerosAtEven, utf16le)) {
        return new TextEncoding(UTF_16LE, utf16le.firstMalformedAt());
      }
      if (startsWith(0xfe, 0xff) || isWide(zerosAtEven, zerosAtOdd, utf16be)) {
        return new TextEncoding(UTF_16BE, utf16be.firstMalformedAt());
      }
      if (zerosAtEven + zerosAtOdd > 0) {
        throw EarshotException.badInput(
            name + " is neither sound nor text (it holds zero bytes); hand in the export itself");
      }
      return byFit();
    }

    /** Of Chinese text in UTF-16 only blanks, marks and line ends have a zero byte. */
    private boolean isWide(long zeros, long others, ByteCensus census) {
      boolean western = zeros > count / 8 && others == 0;
      boolean chinese = zeros > 0 && count % 2 == 0 && census.clean();
      return western || (chinese && census.commonShare() > MOSTLY);
    }

    private TextEncoding byFit() {
      if (utf8.clean() || utf8.mostlyFits() || startsWith(0xef, 0xbb, 0xbf)) {
        return new TextEncoding(UTF_8, utf8.firstMalformedAt());
      }
      double common = Math.max(gb18030.commonShare(), big5.commonShare());
      boolean few = high * MOST_ACCENTS < count;
      if (lonelyHigh * 2 > high || (few && common < SELDOM)) {
        return new TextEncoding(WINDOWS_1252, -1);
      }
      boolean traditional = big5.traditionalShare() > gb18030.simplifiedShare() + SURELY_MORE;
      if (big5.malformed() <= gb18030.malformed() && traditional) {
        return new TextEncoding(BIG5, big5.firstMalformedAt());
      }
      if (gb18030.malformed() <= utf8.malformed()) {
        return new TextEncoding(GB18030, gb18030.firstMalformedAt());
      }
      return new TextEncoding(UTF_8, utf8.firstMalformedAt());
    }

    private boolean startsWith(int... values) {
      for (int i = 0; i < values.length; i++) {
        if (count <= i || Byte.toUnsignedInt(start[i]) != values[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
