package io.earshot.conversation;

/** What a failure means for the one who handles it. */
public enum ErrorKind {
  /** The item itself can't be used: quarantine it with the reason, never retry by itself. */
  BAD_INPUT,
  /** Settings or the command line are wrong: refuse to start, or end with exit code 2. */
  MISCONFIGURED,
  /** Disk, memory or a limit ran out: keep the item and try again later. */
  EXHAUSTED,
  /** Another part does not answer now: keep the item and retry with back-off. */
  UNAVAILABLE,
  /** A defect of ours: a few attempts, then quarantine with the stage it happened in. */
  BUG
}
