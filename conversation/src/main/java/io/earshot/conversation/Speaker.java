package io.earshot.conversation;

import java.util.Locale;

/** The role a turn was spoken in. {@code UNKNOWN} where parties can't be told apart. */
public enum Speaker {
  AGENT,
  CUSTOMER,
  /** Bots, announcements and notices: nobody's opinion, never scored. */
  SYSTEM,
  UNKNOWN;

  /** The name used in files, queries and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a {@link #code()}, in any case.
   *
   * @throws EarshotException of kind BAD_INPUT when there is no such speaker
   */
  public static Speaker of(String code) {
    return Codes.parse(Speaker.class, code);
  }
}
