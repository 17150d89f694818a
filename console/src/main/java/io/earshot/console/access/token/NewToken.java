package io.earshot.console.access.token;

import io.earshot.console.access.Right;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is asked for when a token is made. */
record NewToken(
    String program,
    List<Right> rights,
    List<String> queues,
    List<String> teams,
    List<String> sources,
    Instant expiresAt) {
  NewToken {
    rights = rights.stream().sorted().toList();
    queues = List.copyOf(Objects.requireNonNullElse(queues, List.of()));
    teams = List.copyOf(Objects.requireNonNullElse(teams, List.of()));
    sources = Objects.requireNonNullElse(sources, List.<String>of()).stream().distinct().toList();
  }
}
