package io.earshot.routes.feed.mail;

import io.earshot.routes.feed.files.WatchedStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a mail server says, of which no piece announces more than so many bytes (a literal, RFC
 * 9051, 4.3): the library takes the memory for all of them before one has come.
 */
final class ImapAnswers extends WatchedStream {
  private final long most;

  /** Of the piece that is coming; what it holds is not looked at. */
  private long left;

  /** What stands in braces at the end of the line so far; negative when nothing does. */
  private long announced = -1;

  private boolean isClosed;
  private boolean isReturned;

  ImapAnswers(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int at = offset; at < offset + read; at++) {
      int piece = (int) Math.min(left, offset + read - at);
      left -= piece;
      at += piece;
      if (at < offset + read) {
        look(buffer[at]);
      }
    }
    return read;
  }

  private void look(byte next) throws IOException {
    if (next == '{') {
      announced = 0;
      isClosed = false;
    } else if (next >= '0' && next <= '9' && announced >= 0 && !isClosed) {
      announced = Math.min(announced * 10 + next - '0', Integer.MAX_VALUE);
    } else if (next == '}' && announced >= 0 && !isClosed) {
      isClosed = true;
    } else if (next == '\n' && isReturned && isClosed) {
      begin();
    } else if (next != '\r' || !isClosed) {
      announced = -1;
      isClosed = false;
    }
    isReturned = next == '\r';
  }

  private void begin() throws IOException {
    if (announced > most) {
      throw new IOException(
          "it announces %d bytes in one piece, more than %d".formatted(announced, most));
    }
    left = announced;
    announced = -1;
    isClosed = false;
  }
}
