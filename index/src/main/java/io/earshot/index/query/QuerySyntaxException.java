package io.earshot.index.query;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;

/**
 * A query that can't be understood: says what is wrong, where, and what would be right. Of kind
 * MISCONFIGURED, because the one who typed it has to mend it.
 */
public final class QuerySyntaxException extends EarshotException {
  private static final long serialVersionUID = 1L;

  private final int position;

  public QuerySyntaxException(String problem, int position, String expected) {
    super(ErrorKind.MISCONFIGURED, "%s at %d: %s".formatted(problem, position, expected));
    this.position = position;
  }

  /** The character of the query where the problem begins, from 1. */
  public int position() {
    return position;
  }
}
