package io.earshot.console.access.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.earshot.console.access.Right;
import io.earshot.console.access.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody who can sign in, as the contract shows it.
 *
 * @param name how one signs in; upper and lower case are the same
 * @param agent the agent's name in conversations; empty unless the user is one
 * @param queues only conversations of these; empty for all
 * @param teams only conversations of the agents of these; empty for all
 * @param mayReveal whether what is redacted may be seen and heard
 * @param lastSeenAt null before the first sign-in
 */
public record User(
    String name,
    String displayName,
    List<Role> roles,
    String agent,
    List<String> queues,
    List<String> teams,
    boolean mayReveal,
    boolean enabled,
    Instant createdAt,
    Instant lastSeenAt) {

  public User {
    roles = List.copyOf(roles);
    queues = List.copyOf(queues);
    teams = List.copyOf(teams);
  }

  /** What the user may do. */
  public Set<Right> rights() {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    rights.addAll(Role.rights(roles));
    if (mayReveal) {
      rights.add(Right.REVEAL);
    }
    return rights;
  }

  /** Whether the user is an agent and nothing else. */
  @JsonIgnore
  public boolean isAgentOnly() {
    return roles.equals(List.of(Role.AGENT));
  }

  /** Whether the user can sign in and administer. */
  @JsonIgnore
  boolean isAdministrator() {
    return enabled && roles.contains(Role.ADMINISTRATOR);
  }

  User with(UserRights rights) {
    return new User(
        name,
        rights.displayName(),
        rights.roles(),
        rights.agent(),
        rights.queues(),
        rights.teams(),
        rights.mayReveal(),
        rights.enabled(),
        createdAt,
        lastSeenAt);
  }
}
