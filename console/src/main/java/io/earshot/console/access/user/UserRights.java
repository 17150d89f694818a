package io.earshot.console.access.user;

import io.earshot.console.access.Role;
import java.util.List;
import java.util.Objects;

/**
 * What an administrator says of a user; what is left out of a request is empty, and enabled.
 *
 * @param enabled whether the user can sign in; null in a request means true
 */
public record UserRights(
    String displayName,
    List<Role> roles,
    String agent,
    List<String> queues,
    List<String> teams,
    boolean mayReveal,
    Boolean enabled) {

  public UserRights {
    agent = Objects.requireNonNullElse(agent, "");
    roles = roles.stream().sorted().toList();
    queues = List.copyOf(Objects.requireNonNullElse(queues, List.of()));
    teams = List.copyOf(Objects.requireNonNullElse(teams, List.of()));
    enabled = Objects.requireNonNullElse(enabled, true);
  }

  /** Everything the roles allow, in all queues and teams. */
  public static UserRights of(String displayName, Role... roles) {
    return new UserRights(displayName, List.of(roles), "", List.of(), List.of(), false, true);
  }
}
