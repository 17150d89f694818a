package io.earshot.routes.service;

/** Tells the user what goes on while they wait. Safe for use by several threads. */
public interface Notes {
  /** A line that stays. */
  void say(String line);

  /** For those who want silence. */
  Notes SILENT = line -> {};
}
