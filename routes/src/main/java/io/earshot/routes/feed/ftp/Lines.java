package io.earshot.routes.feed.ftp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** The lines of a listing; of one that is longer than any name's, the start. All of them end. */
final class Lines {
  private static final int LONGEST = 8_192;
  private static final int MOST = 1 << 20;

  private final BufferedReader reader;

  Lines(InputStream in, Charset charset) {
    this.reader = new BufferedReader(new InputStreamReader(in, charset));
  }

  /** The next one; empty at the end. */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int count = 0;
    int character = reader.read();
    if (character < 0) {
      return Optional.empty();
    }
    while (character >= 0 && character != '\n') {
      if (++count > MOST) {
        throw new IOException("a line of its listing does not end");
      }
      if (line.length() < LONGEST) {
        line.append((char) character);
      }
      character = reader.read();
    }
    boolean carriage = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
    return Optional.of(carriage ? line.substring(0, line.length() - 1) : line.toString());
  }
}
