package io.earshot.console.access;

/** Keeps who did what. Entries can be added, never changed. Safe for many threads. */
public interface Audit {

  /**
   * Adds an entry; it is on disk when this returns.
   *
   * @param conversation its id; empty when it is not about one
   * @param detail what else matters, never what was said; empty when nothing does
   */
  void note(Caller caller, AuditAction action, String conversation, String detail);
}
