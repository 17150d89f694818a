package io.earshot.ingest.chat.file;

import io.earshot.ingest.text.CommonCharacters;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes strictly and counts where they do not fit the charset. */
final class ByteCensus {
  private final CharsetDecoder decoder;
  private final CharBuffer decoded = CharBuffer.allocate(8 << 10);
  private ByteBuffer pending = ByteBuffer.allocate(0);
  private long position;
  private long malformed;
  private long firstMalformedAt = -1;
  private long beyondAscii;
  private long simplified;
  private long traditional;

  ByteCensus(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  void add(byte[] bytes, int length) {
    ByteBuffer joined = ByteBuffer.allocate(pending.remaining() + length);
    joined.put(pending).put(bytes, 0, length).flip();
    decode(joined, false);
    pending = joined;
  }

  void end() {
    decode(pending, true);
  }

  private void decode(ByteBuffer bytes, boolean end) {
    while (true) {
      int before = bytes.position();
      decoded.clear();
      CoderResult result = decoder.decode(bytes, decoded, end);
      position += bytes.position() - before;
      countBeyondAscii();
      if (result.isError()) {
        skip(bytes, result.length());
      } else if (result.isUnderflow()) {
        return;
      }
    }
  }

  private void skip(ByteBuffer bytes, int length) {
    malformed++;
    if (firstMalformedAt < 0) {
      firstMalformedAt = position;
    }
    bytes.position(bytes.position() + length);
    position += length;
  }

  private void countBeyondAscii() {
    decoded.flip();
    while (decoded.hasRemaining()) {
      char c = decoded.get();
      if (c > 0x7f) {
        beyondAscii++;
        simplified += CommonCharacters.simplified(c) ? 1 : 0;
        traditional += CommonCharacters.traditional(c) ? 1 : 0;
      }
    }
  }

  boolean clean() {
    return malformed == 0;
  }

  /**
   * More fits than does not: this charset, with damage. For UTF-8 that is a sure sign, since of the
   * characters of other encodings not one in four looks like it by chance.
   */
  boolean mostlyFits() {
    return malformed * 2 < beyondAscii;
  }

  /** The share of characters that are common in simplified text, of those beyond ASCII. */
  double simplifiedShare() {
    return (double) simplified / Math.max(1, beyondAscii);
  }

  /** The share of characters that are common in traditional text, of those beyond ASCII. */
  double traditionalShare() {
    return (double) traditional / Math.max(1, beyondAscii);
  }

  double commonShare() {
    return Math.max(simplifiedShare(), traditionalShare());
  }

  long malformed() {
    return malformed;
  }

  /** Offset of the first byte that does not fit; -1 when all do. */
  long firstMalformedAt() {
    return firstMalformedAt;
  }
}
