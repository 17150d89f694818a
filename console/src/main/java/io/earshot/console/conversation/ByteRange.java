package io.earshot.console.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of so many bytes (RFC 9110, 14.2).
 *
 * @param start the first byte, from 0
 * @param length how many; 0 when the part lies outside
 */
record ByteRange(long start, long length) {
  private static final Pattern FORM =
      Pattern.compile("bytes=(\\d*)-(\\d*)", Pattern.CASE_INSENSITIVE);
  private static final int MOST_DIGITS = 18;

  /**
   * Reads a {@code Range} header; empty when there is no single range in it that could be
   * understood, which is then to be passed over.
   */
  static Optional<ByteRange> parse(String header, long bytes) {
    Matcher matcher = FORM.matcher(header.strip());
    if (!matcher.matches() || header.strip().endsWith("=-")) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      long wanted = Math.min(number(last), bytes);
      return Optional.of(new ByteRange(bytes - wanted, wanted));
    }
    long start = number(first);
    long end = last.isEmpty() ? Long.MAX_VALUE : number(last);
    return start > end ? Optional.empty() : Optional.of(between(start, end, bytes));
  }

  private static ByteRange between(long start, long end, long bytes) {
    return start >= bytes
        ? new ByteRange(start, 0)
        : new ByteRange(start, Math.min(end, bytes - 1) - start + 1);
  }

  /** Numbers too large to be told apart are all beyond any end. */
  private static long number(String digits) {
    String bare = digits.replaceFirst("^0+(?=\\d)", "");
    return bare.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(bare);
  }

  /** The value of {@code Content-Range}. */
  String of(long bytes) {
    return length == 0
        ? "bytes */%d".formatted(bytes)
        : "bytes %d-%d/%d".formatted(start, start + length - 1, bytes);
  }
}
