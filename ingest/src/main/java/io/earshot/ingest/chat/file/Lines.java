package io.earshot.ingest.chat.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Reads lines of bounded length, with their numbers. For one thread; to be closed. */
public final class Lines implements AutoCloseable {
  private final ChatFile file;
  private final BufferedReader reader;
  private final int maxCharacters;
  private long number;
  private boolean skipLineFeed;

  public Lines(ChatFile file, int maxCharacters) {
    this.file = file;
    this.reader = file.reader();
    this.maxCharacters = maxCharacters;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param text without its end; cut off when {@code tooLong}
   * @param tooLong whether there was more of it than is allowed
   */
  public record Line(long number, String text, boolean tooLong) {}

  /** The next line; empty at the end of the file. */
  public Optional<Line> next() {
    try {
      return read();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private Optional<Line> read() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean tooLong = false;
    boolean any = false;
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      boolean secondOfPair = skipLineFeed && c == '\n';
      skipLineFeed = c == '\r';
      if (secondOfPair) {
        continue;
      }
      any = true;
      if (c == '\n' || c == '\r') {
        return Optional.of(new Line(++number, text.toString(), tooLong));
      }
      if (text.length() < maxCharacters) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
    return any ? Optional.of(new Line(++number, text.toString(), tooLong)) : Optional.empty();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
