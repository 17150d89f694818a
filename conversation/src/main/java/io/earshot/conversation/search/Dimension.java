package io.earshot.conversation.search;

import java.util.Locale;

/** By what figures are broken down. */
public enum Dimension {
  AGENT,
  QUEUE,
  INTENT,
  CHANNEL,
  SOURCE,
  LANGUAGE,
  /** The feeling that marks the conversation. */
  EMOTION,
  /** Whether the matter was settled. */
  OUTCOME,
  /** The hour it started in, "0" to "23", as clocks in the asker's zone show it. */
  HOUR_OF_DAY,
  /** The day of the week it started on, "1" (Monday) to "7", in the asker's zone. */
  WEEKDAY;

  /** The name used in addresses and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
