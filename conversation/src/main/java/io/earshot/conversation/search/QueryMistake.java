package io.earshot.conversation.search;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;

/**
 * A query that can't be understood: says what is wrong, where, and what would be right. Of kind
 * MISCONFIGURED, because the one who typed it has to mend it.
 */
public final class QueryMistake extends EarshotException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final int length;

  /**
   * @param problem what is wrong
   * @param position the character of the query where it begins, from 1
   * @param length of the part that is wrong, in characters
   * @param expected what would be right
   */
  public QueryMistake(String problem, int position, int length, String expected) {
    super(ErrorKind.MISCONFIGURED, "%s at %d: %s".formatted(problem, position, expected));
    this.position = position;
    this.length = length;
  }

  /** A mistake of one character. */
  public QueryMistake(String problem, int position, String expected) {
    this(problem, position, 1, expected);
  }

  /** The character of the query where the problem begins, from 1 as people count. */
  public int position() {
    return position;
  }

  /** The same, from 0. */
  public int start() {
    return position - 1;
  }

  /** The character after the problem, from 0. */
  public int end() {
    return start() + length;
  }
}
