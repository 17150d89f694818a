package io.earshot.console.upload.form;

import io.earshot.console.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a form apart while it comes. Fed with pieces of any size; for one thread at a time.
 *
 * <p>All methods throw a {@link Problem} with status 400 when the form is broken.
 */
public final class FormParser {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*+boundary\\s*+=\\s*+(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}+)(?=[;\\s]|$))",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_HEADERS = 16_384;
  private static final int LONGEST_PREAMBLE = 65_536;
  private static final int MOST_PARTS = 100;
  private static final byte[] LINE = {'\r', '\n'};
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

  private final byte[] delimiter;
  private final PartListener listener;
  private byte[] rest = LINE; // the first delimiter has no line before it
  private State state = State.PREAMBLE;
  private long preamble;
  private int parts;

  private enum State {
    PREAMBLE,
    DELIMITER,
    HEADERS,
    CONTENT,
    EPILOGUE
  }

  /** Prepares for a form whose {@code Content-Type} is given. */
  public FormParser(String contentType, PartListener listener) {
    this.delimiter = ("\r\n--" + boundary(contentType)).getBytes(StandardCharsets.ISO_8859_1);
    this.listener = listener;
  }

  private static String boundary(String contentType) {
    Matcher found = BOUNDARY.matcher(contentType);
    if (!found.find()) {
      throw Problem.invalid("The Content-Type of a form needs a boundary of at most 70 characters");
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  /** Takes the next piece. */
  public void feed(byte[] piece) {
    byte[] all = Arrays.copyOf(rest, rest.length + piece.length);
    System.arraycopy(piece, 0, all, rest.length, piece.length);
    int at = 0;
    int next = step(all, at);
    while (next > at) {
      at = next;
      next = step(all, at);
    }
    rest = Arrays.copyOfRange(all, at, all.length);
  }

  /** There are no more pieces. */
  public void end() {
    if (state != State.EPILOGUE) {
      throw Problem.invalid("The form breaks off before its last boundary");
    }
  }

  /** Deals with what can be dealt with; returns where it ends, the same place for nothing. */
  private int step(byte[] all, int at) {
    return switch (state) {
      case PREAMBLE, CONTENT -> upToDelimiter(all, at);
      case DELIMITER -> delimiterEnd(all, at);
      case HEADERS -> headers(all, at);
      case EPILOGUE -> all.length;
    };
  }

  private int upToDelimiter(byte[] all, int at) {
    int found = indexOf(all, delimiter, at, all.length);
    // The beginning of a delimiter may lie at the end.
    int end = found >= 0 ? found : Math.max(at, all.length - delimiter.length + 1);
    if (state == State.CONTENT && end > at) {
      listener.content(all, at, end);
    } else if (state == State.PREAMBLE && (preamble += end - at) > LONGEST_PREAMBLE) {
      throw Problem.invalid("The form does not begin with its boundary");
    }
    if (found < 0) {
      return end;
    }
    if (state == State.CONTENT) {
      listener.end();
    }
    state = State.DELIMITER;
    return found + delimiter.length;
  }

  private int delimiterEnd(byte[] all, int at) {
    if (all.length - at < 2) {
      return at;
    }
    if (all[at] == '-' && all[at + 1] == '-') {
      state = State.EPILOGUE;
    } else if (all[at] == '\r' && all[at + 1] == '\n') {
      if (++parts > MOST_PARTS) {
        throw Problem.invalid("A form may have %d parts".formatted(MOST_PARTS));
      }
      state = State.HEADERS;
    } else {
      throw Problem.invalid("A boundary of the form does not end its line");
    }
    return at + 2;
  }

  private int headers(byte[] all, int at) {
    int end = indexOf(all, BLANK_LINE, at, Math.min(all.length, at + LONGEST_HEADERS));
    if (end < 0) {
      if (all.length - at >= LONGEST_HEADERS) {
        throw Problem.invalid("The headers of a part may have %d bytes".formatted(LONGEST_HEADERS));
      }
      return at;
    }
    listener.begin(PartHeader.of(Arrays.copyOfRange(all, at, end)));
    state = State.CONTENT;
    return end + BLANK_LINE.length;
  }

  private static int indexOf(byte[] all, byte[] wanted, int from, int to) {
    for (int i = from; i <= to - wanted.length; i++) {
      if (all[i] == wanted[0]
          && Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
