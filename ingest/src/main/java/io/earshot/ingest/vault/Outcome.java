package io.earshot.ingest.vault;

import java.util.Locale;

/** What became of a conversation so far. */
public enum Outcome {
  PENDING,
  INDEXED,
  QUARANTINED;

  /** The name used in files, queries and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
