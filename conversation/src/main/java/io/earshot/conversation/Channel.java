package io.earshot.conversation;

import java.util.Locale;

/** How customer and company met. */
public enum Channel {
  CALL,
  CHAT;

  /** The name used in files, queries and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a {@link #code()}, in any case.
   *
   * @throws EarshotException of kind BAD_INPUT when there is no such channel
   */
  public static Channel of(String code) {
    return Codes.parse(Channel.class, code);
  }
}
