package io.earshot.ingest;

import java.util.Locale;

/** The steps a conversation takes, in their order; each can run twice with the same result. */
public enum Stage {
  /** Reading what the source handed over. */
  INTAKE,
  /** Sound becomes turns. */
  TRANSCRIBE,
  /** Turns become findings. */
  ANALYSE,
  /** Findings become searchable. */
  INDEX;

  /** The name used for queues, files and JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
