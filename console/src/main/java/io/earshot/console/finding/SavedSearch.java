package io.earshot.console.finding;

import java.time.Instant;

/**
 * A search that somebody keeps.
 *
 * @param search the part of the address after the question mark
 * @param shared whether everybody sees it
 * @param by who keeps it
 */
record SavedSearch(
    long number, String title, String search, boolean shared, String by, Instant at) {

  /** What is sent to keep one. */
  record Draft(String title, String search, boolean shared) {}
}
