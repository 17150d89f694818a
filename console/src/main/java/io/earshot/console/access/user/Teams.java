package io.earshot.console.access.user;

import io.earshot.console.http.Json;
import io.earshot.console.http.Problem;
import io.earshot.console.store.Store;
import io.earshot.conversation.search.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Teams, and whose conversations one sees by them. Safe for many threads. */
public final class Teams {
  private final Store store;

  public Teams(Store store) {
    this.store = store;
    store.prepare("CREATE TABLE IF NOT EXISTS teams (name TEXT PRIMARY KEY, agents TEXT NOT NULL)");
  }

  /** All teams by name. */
  public List<Team> all() {
    return store.all(
        row -> new Team(row.getString("name"), Json.texts(row.getString("agents"))),
        "SELECT * FROM teams ORDER BY name");
  }

  /** Makes a team, or changes one. */
  public Team set(Team team) {
    List<String> agents = team.agents().stream().distinct().sorted().toList();
    store.change("INSERT OR REPLACE INTO teams VALUES (?, ?)", team.name(), Json.text(agents));
    return new Team(team.name(), agents);
  }

  /**
   * @throws Problem with status 404
   */
  public void remove(String name) {
    if (store.change("DELETE FROM teams WHERE name = ?", name) == 0) {
      throw Problem.notFound("There is no team %s".formatted(name));
    }
  }

  /** What a user may see: an agent the own conversations, others those of their teams. */
  public Scope scope(User user) {
    if (!user.isAgentOnly()) {
      return scope(user.queues(), user.teams());
    }
    Set<String> own = user.agent().isBlank() ? Set.of() : Set.of(user.agent());
    return new Scope(false, own, user.queues().isEmpty(), Set.copyOf(user.queues()));
  }

  /**
   * Conversations of certain queues and teams; of all where a list is empty. A team that is not
   * there any more has no agents: a scope never grows by removing something.
   */
  public Scope scope(Collection<String> queues, Collection<String> teams) {
    Set<String> agents = new HashSet<>();
    all().stream()
        .filter(team -> teams.contains(team.name()))
        .forEach(team -> agents.addAll(team.agents()));
    return new Scope(teams.isEmpty(), agents, queues.isEmpty(), Set.copyOf(queues));
  }
}
