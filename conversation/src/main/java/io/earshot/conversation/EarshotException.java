package io.earshot.conversation;

/**
 * A failure of a known kind. The message names the thing, the cause and the mend, and never holds
 * what was said in a conversation.
 */
public class EarshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;

  public EarshotException(ErrorKind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public EarshotException(ErrorKind kind, String message) {
    this(kind, message, null);
  }

  public static EarshotException badInput(String message) {
    return new EarshotException(ErrorKind.BAD_INPUT, message);
  }

  public static EarshotException badInput(String message, Throwable cause) {
    return new EarshotException(ErrorKind.BAD_INPUT, message, cause);
  }

  public static EarshotException misconfigured(String message) {
    return new EarshotException(ErrorKind.MISCONFIGURED, message);
  }

  public static EarshotException exhausted(String message, Throwable cause) {
    return new EarshotException(ErrorKind.EXHAUSTED, message, cause);
  }

  public static EarshotException unavailable(String message, Throwable cause) {
    return new EarshotException(ErrorKind.UNAVAILABLE, message, cause);
  }

  public ErrorKind kind() {
    return kind;
  }
}
