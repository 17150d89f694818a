package io.earshot.console.access;

import java.util.Locale;

/** What one may do. Roles are sets of rights; {@link #REVEAL} is given to single people only. */
public enum Right {
  /** Find and open conversations of the own scope. */
  SEARCH,
  /** Hear recordings, as they are after redaction. */
  LISTEN,
  /** Confirm and correct findings. */
  REVIEW,
  /** Comment conversations. */
  COMMENT,
  /** Take rows, transcripts and recordings along. */
  EXPORT,
  /** See figures over many conversations. */
  OVERVIEW,
  /** Hand over recordings and chats. */
  UPLOAD,
  /** See and mend what goes on: sources, quarantine, settings. */
  OPERATE,
  /** Users, tokens, webhooks, audit. */
  ADMINISTER,
  /** See and hear what was redacted. */
  REVEAL;

  /** The name used in JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
