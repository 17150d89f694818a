package io.earshot.ingest.chat.table;

/** Follows quoted values over the lines of a row, as RFC 4180 defines them. */
final class Quotes {
  private final char delimiter;
  private State state = State.CLOSED;

  Quotes(char delimiter) {
    this.delimiter = delimiter;
  }

  /** Where the end of a line stands. */
  enum State {
    /** Outside of quotes: the row may end here. */
    CLOSED,
    /** Inside a quoted value that goes on in the next line. */
    OPEN,
    /** Something follows a closing quote: the row can't be read. */
    BROKEN
  }

  /** Reads one more line of the row. */
  State read(String line) {
    boolean atStart = state == State.CLOSED;
    for (int i = 0; i < line.length() && state != State.BROKEN; i++) {
      char c = line.charAt(i);
      if (state == State.OPEN && c == '"') {
        if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
          i++;
        } else {
          state = endsValue(line, i + 1) ? State.CLOSED : State.BROKEN;
        }
      } else if (state == State.CLOSED) {
        if (c == '"' && atStart) {
          state = State.OPEN;
        }
        atStart = c == delimiter;
      }
    }
    return state;
  }

  private boolean endsValue(String line, int next) {
    int i = next;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i == line.length() || line.charAt(i) == delimiter;
  }
}
