package io.earshot.conversation.search;

import java.util.Locale;

/** A fact of a conversation by which searches are narrowed and their results are counted. */
public enum Facet {
  CHANNEL,
  SOURCE,
  AGENT,
  CUSTOMER,
  QUEUE,
  LANGUAGE,
  /** The feeling that marks the conversation. */
  EMOTION,
  INTENT,
  /** Whether the matter was settled. */
  OUTCOME,
  /** The course of the customer's feeling. */
  SHAPE;

  /** The name used in addresses and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
