package io.earshot.routes.download;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a file an answer holds (RFC 9110, 14.4). */
record ContentRange(long start, long length) {
  private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  private static final Pattern NONE = Pattern.compile("bytes \\*/(\\d{1,18})");

  /** The length of a file of which no such part exists; -1 when it is not told. */
  static long whole(String header) {
    Matcher matcher = NONE.matcher(String.valueOf(header));
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }

  static ContentRange of(String header) throws IOException {
    Matcher matcher = FORM.matcher(String.valueOf(header));
    if (!matcher.matches()) {
      throw new IOException("the server does not say which part it gives");
    }
    return new ContentRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(3)));
  }
}
