package io.earshot.console.access.token;

import io.earshot.console.access.Right;
import java.time.Instant;
import java.util.List;

/**
 * Lets a program in, as the contract shows it.
 *
 * @param sources as which it may hand conversations over; empty for any
 * @param lastUsedAt null while it was never used
 */
public record Token(
    long number,
    String program,
    List<Right> rights,
    List<String> queues,
    List<String> teams,
    List<String> sources,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Instant lastUsedAt) {
  public Token {
    rights = List.copyOf(rights);
    queues = List.copyOf(queues);
    teams = List.copyOf(teams);
    sources = List.copyOf(sources);
  }

  /** Under which name the audit log tells of it. */
  public String callerName() {
    return "token:" + program;
  }
}
