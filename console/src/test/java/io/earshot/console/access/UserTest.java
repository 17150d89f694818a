package io.earshot.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.user.UserRights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, teams and tokens as an administrator sees them, over HTTP. */
class UserTest {
  @TempDir Path folder;
  private TestConsole console;
  private TestClient administrator;

  @BeforeEach
  void start() throws Exception {
    console = TestConsole.start(folder);
    administrator = console.as(Role.ADMINISTRATOR);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  private static Map<String, Object> rights(boolean enabled, String... roles) {
    return Map.of(
        "display_name",
        "Somebody",
        "roles",
        List.of(roles),
        "queues",
        List.of(),
        "teams",
        List.of(),
        "may_reveal",
        false,
        "enabled",
        enabled);
  }

  @Test
  void aNewUserSignsInWithThePasswordThatIsShownOnce() {
    TestReply added =
        administrator.post(
            "/users",
            Map.of("name", "李娜", "display_name", "Li Na", "roles", List.of("supervisor")));

    assertThat(added.status()).isEqualTo(201);
    TestClient user = console.stranger().signedIn("李娜", added.at("/password"));
    assertThat(user.get("/session").at("/must_change_password")).isEqualTo("true");
    assertThat(administrator.get("/users").text()).doesNotContain(added.at("/password"));
    assertThat(
            administrator
                .post("/users", Map.of("name", "李娜", "display_name", "", "roles", List.of("agent")))
                .status())
        .isEqualTo(409);
  }

  @Test
  void fewerRightsEndTheSessionsAndHoldAtOnce() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    TestClient ann = console.stranger().signedIn("ann", TestConsole.PASSWORD);

    assertThat(administrator.put("/users/ann", rights(true, "agent")).status()).isEqualTo(200);

    assertThat(ann.get("/session").status()).isEqualTo(401);
  }

  @Test
  void whoIsDisabledOrRemovedIsOutAtOnce() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    console.add("bob", UserRights.of("Bob", Role.SUPERVISOR));
    TestClient ann = console.stranger().signedIn("ann", TestConsole.PASSWORD);
    TestClient bob = console.stranger().signedIn("bob", TestConsole.PASSWORD);

    administrator.put("/users/ann", rights(false, "supervisor"));
    administrator.delete("/users/bob");

    assertThat(ann.get("/session").status()).isEqualTo(401);
    assertThat(bob.get("/session").status()).isEqualTo(401);
    assertThat(
            console
                .stranger()
                .post("/session", Map.of("name", "ann", "password", TestConsole.PASSWORD))
                .status())
        .isEqualTo(401);
  }

  @Test
  void aResetPasswordEndsSessionsAndMustBeChanged() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    TestClient ann = console.stranger().signedIn("ann", TestConsole.PASSWORD);

    String password = administrator.post("/users/ann/password", null).at("/password");

    assertThat(ann.get("/session").status()).isEqualTo(401);
    TestClient again = console.stranger().signedIn("ann", password);
    assertThat(again.get("/session").at("/must_change_password")).isEqualTo("true");
  }

  @Test
  void somebodyCanAlwaysAdminister() {
    String own = administrator.get("/session").at("/user/name");
    administrator.delete("/users/admin");

    assertThat(administrator.delete("/users/" + own).status()).isEqualTo(409);
    assertThat(administrator.put("/users/" + own, rights(false, "administrator")).status())
        .isEqualTo(409);
    assertThat(administrator.put("/users/" + own, rights(true, "agent")).status()).isEqualTo(409);
  }

  @Test
  void teamsAreMadeChangedAndRemoved() {
    assertThat(
            administrator
                .put("/teams/night", Map.of("agents", List.of("Tom", "Ann", "Tom")))
                .at("/agents/0"))
        .isEqualTo("Ann");
    assertThat(administrator.get("/teams").json()).hasSize(1);
    Map<String, Object> unknown =
        Map.of("name", "x", "display_name", "", "roles", List.of("agent"), "teams", List.of("day"));
    assertThat(administrator.post("/users", unknown).status()).isEqualTo(400);
    assertThat(administrator.delete("/teams/night").status()).isEqualTo(204);
    assertThat(administrator.delete("/teams/night").status()).isEqualTo(404);
  }

  @Test
  void aTokenCanBeTakenBack() {
    TestReply made =
        administrator.post(
            "/tokens",
            Map.of(
                "program", "reports",
                "rights", List.of("administer"),
                "expires_at", "2999-01-01T00:00:00Z"));
    TestClient program = console.stranger().with("Authorization", "Bearer " + made.at("/secret"));
    assertThat(program.get("/users").status()).isEqualTo(200);
    assertThat(administrator.get("/tokens").at("/0/last_used_at")).isNotEmpty();

    administrator.delete("/tokens/" + made.at("/token/number"));

    assertThat(program.get("/users").status()).isEqualTo(401);
    assertThat(administrator.get("/tokens").json()).isEmpty();
    assertThat(administrator.get("/audit?action=token_changed").at("/total")).isEqualTo("2");
  }

  @Test
  void aTokenThatHasEndedCanNotBeMade() {
    TestReply reply =
        administrator.post(
            "/tokens",
            Map.of(
                "program", "p",
                "rights", List.of("search"),
                "expires_at", "2001-01-01T00:00:00Z"));

    assertThat(reply.status()).isEqualTo(400);
  }
}
