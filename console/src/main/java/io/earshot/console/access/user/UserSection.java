package io.earshot.console.access.user;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import java.util.Map;
import java.util.function.Consumer;

/** Users and teams, for those who administer. */
public final class UserSection implements Section {
  private final Users users;
  private final Teams teams;
  private final Audit audit;
  private final Consumer<String> signOut;

  /**
   * @param signOut ends all sessions of a user
   */
  public UserSection(Users users, Teams teams, Audit audit, Consumer<String> signOut) {
    this.users = users;
    this.teams = teams;
    this.audit = audit;
    this.signOut = signOut;
  }

  private record Added(User user, String password) {
    @Override
    public String toString() {
      return "Added[%s]".formatted(user.name());
    }
  }

  @Override
  public void register(Api api) {
    api.on("getUsers", Right.ADMINISTER, call -> Reply.ok(users.all()));
    api.on("addUser", Right.ADMINISTER, this::add);
    api.on("changeUser", Right.ADMINISTER, this::change);
    api.on("deleteUser", Right.ADMINISTER, this::delete);
    api.on("resetPassword", Right.ADMINISTER, this::resetPassword);
    api.on("getTeams", Right.ADMINISTER, call -> Reply.ok(teams.all()));
    api.on("setTeam", Right.ADMINISTER, this::setTeam);
    api.on("deleteTeam", Right.ADMINISTER, this::deleteTeam);
  }

  private Reply add(Call call) {
    UserRights rights = call.body(UserRights.class);
    requireKnownTeams(rights);
    String name = call.json().get("name").asText();
    String password = users.add(name, rights);
    note(call, "added %s: %s".formatted(name, described(rights)));
    return Reply.created(new Added(users.require(name).user(), password));
  }

  private Reply change(Call call) {
    UserRights rights = call.body(UserRights.class);
    requireKnownTeams(rights);
    User before = users.require(call.text("name")).user();
    User after = users.change(before.name(), rights);
    boolean fewer = !after.rights().containsAll(before.rights()) || !after.enabled();
    if (fewer || !teams.scope(after).equals(teams.scope(before))) {
      signOut.accept(before.name());
    }
    note(call, "changed %s: %s".formatted(before.name(), described(rights)));
    return Reply.ok(after);
  }

  private Reply delete(Call call) {
    User user = users.require(call.text("name")).user();
    users.remove(user.name());
    signOut.accept(user.name());
    note(call, "removed %s".formatted(user.name()));
    return Reply.done();
  }

  private Reply resetPassword(Call call) {
    User user = users.require(call.text("name")).user();
    String password = users.resetPassword(user.name());
    signOut.accept(user.name());
    audit.note(
        call.caller(), AuditAction.PASSWORD_CHANGED, "", "new one for %s".formatted(user.name()));
    return Reply.ok(Map.of("password", password));
  }

  private Reply setTeam(Call call) {
    record Agents(java.util.List<String> agents) {}
    Team team = teams.set(new Team(call.text("name"), call.body(Agents.class).agents()));
    audit.note(
        call.caller(),
        AuditAction.TEAM_CHANGED,
        "",
        "%s has %d agents".formatted(team.name(), team.agents().size()));
    return Reply.ok(team);
  }

  private Reply deleteTeam(Call call) {
    teams.remove(call.text("name"));
    audit.note(call.caller(), AuditAction.TEAM_CHANGED, "", "removed " + call.text("name"));
    return Reply.done();
  }

  private void requireKnownTeams(UserRights rights) {
    rights.teams().stream()
        .filter(name -> teams.all().stream().noneMatch(team -> team.name().equals(name)))
        .findFirst()
        .ifPresent(
            name -> {
              throw Problem.invalid("There is no team %s: make it first".formatted(name));
            });
  }

  private void note(Call call, String detail) {
    audit.note(call.caller(), AuditAction.USER_CHANGED, "", detail);
  }

  private static String described(UserRights rights) {
    return "%s, queues %s, teams %s%s%s"
        .formatted(
            rights.roles(),
            rights.queues(),
            rights.teams(),
            rights.mayReveal() ? ", may reveal" : "",
            rights.enabled() ? "" : ", disabled");
  }
}
