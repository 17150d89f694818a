package io.earshot.console.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.access.Role;
import io.earshot.console.store.Store;
import io.earshot.conversation.search.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsTest {
  @TempDir Path folder;
  private Store store;
  private Teams teams;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("console.db"));
    teams = new Teams(store);
    teams.set(new Team("night", List.of("Tom", "Ann")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static User user(String agent, List<String> queues, List<String> teams, Role... roles) {
    return new User(
        "x", "X", List.of(roles), agent, queues, teams, false, true, Instant.EPOCH, null);
  }

  @Test
  void withoutQueuesAndTeamsOneSeesAll() {
    assertThat(teams.scope(user("", List.of(), List.of(), Role.SUPERVISOR))).isEqualTo(Scope.ALL);
  }

  @Test
  void anAgentSeesTheOwnConversationsAlone() {
    Scope scope = teams.scope(user("Tom", List.of(), List.of("night"), Role.AGENT));

    assertThat(scope.covers("Tom", "any")).isTrue();
    assertThat(scope.covers("Ann", "any")).isFalse();
  }

  @Test
  void anAgentWithoutANameSeesNothingNotEvenWhatHasNoAgent() {
    Scope scope = teams.scope(user("", List.of(), List.of(), Role.AGENT));

    assertThat(scope.covers("", "any")).isFalse();
  }

  @Test
  void aTeamLeadSeesTheTeamInTheQueues() {
    Scope scope = teams.scope(user("", List.of("billing"), List.of("night"), Role.TEAM_LEAD));

    assertThat(scope.covers("Ann", "billing")).isTrue();
    assertThat(scope.covers("Ann", "sales")).isFalse();
    assertThat(scope.covers("Bob", "billing")).isFalse();
  }

  @Test
  void aRemovedTeamTakesItsConversationsAlong() {
    teams.remove("night");

    Scope scope = teams.scope(user("", List.of(), List.of("night"), Role.TEAM_LEAD));

    assertThat(scope.covers("Ann", "billing")).isFalse();
  }
}
