package io.earshot.console.access.user;

import java.util.List;

/**
 * Agents who belong together.
 *
 * @param agents their names in conversations
 */
public record Team(String name, List<String> agents) {
  public Team {
    agents = List.copyOf(agents);
  }
}
