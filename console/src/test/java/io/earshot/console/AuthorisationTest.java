package io.earshot.console;

import static io.earshot.console.access.Role.ADMINISTRATOR;
import static io.earshot.console.access.Role.AGENT;
import static io.earshot.console.access.Role.SCRIPT_DESIGNER;
import static io.earshot.console.access.Role.SUPERVISOR;
import static io.earshot.console.access.Role.TEAM_LEAD;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.access.Right;
import io.earshot.console.access.Role;
import io.earshot.console.contract.Contract;
import io.earshot.console.contract.ContractOperation;
import io.earshot.console.http.Api;
import io.earshot.console.http.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each operation that this module answers itself against each role, strangers and ended tokens.
 * What a role may do stands here once more, written by hand: a change must be meant. The operations
 * of all sections together are checked where they come together, in the routes.
 */
class AuthorisationTest {
  private static final Set<Role> ALL = EnumSet.allOf(Role.class);
  private static final Set<Role> NOT_AGENTS =
      EnumSet.of(SUPERVISOR, TEAM_LEAD, SCRIPT_DESIGNER, ADMINISTRATOR);
  private static final Set<Role> COMMENTERS = EnumSet.of(SUPERVISOR, TEAM_LEAD, ADMINISTRATOR);
  private static final Set<Role> UPLOADERS = EnumSet.of(SUPERVISOR, ADMINISTRATOR);
  private static final Set<Role> ADMINISTRATORS = EnumSet.of(ADMINISTRATOR);
  private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

  /** Who may call what this module answers itself. */
  private static final Map<String, Set<Role>> ANSWERED_HERE =
      Map.ofEntries(
          entry("getSession", ALL),
          entry("signIn", ALL),
          entry("signOut", ALL),
          entry("changePassword", ALL),
          entry("setPreferences", ALL),
          entry("getSignInWays", ALL),
          entry("getContract", ALL),
          entry("getUsers", ADMINISTRATORS),
          entry("addUser", ADMINISTRATORS),
          entry("changeUser", ADMINISTRATORS),
          entry("deleteUser", ADMINISTRATORS),
          entry("resetPassword", ADMINISTRATORS),
          entry("getTeams", ADMINISTRATORS),
          entry("setTeam", ADMINISTRATORS),
          entry("deleteTeam", ADMINISTRATORS),
          entry("getTokens", ADMINISTRATORS),
          entry("addToken", ADMINISTRATORS),
          entry("deleteToken", ADMINISTRATORS),
          entry("getAudit", ADMINISTRATORS));

  @TempDir Path folder;
  private TestConsole console;

  @BeforeEach
  void start() throws Exception {
    console = TestConsole.start(folder, own -> AuthorisationTest::everyRight);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  /** An operation of another section for each right, to see who has it. */
  private static void everyRight(Api api) {
    api.on("checkQuery", Right.SEARCH, call -> Reply.ok(Map.of("valid", true)));
    api.on(
        "getQuarantine", Right.OPERATE, call -> Reply.ok(Map.of("total", 0, "items", List.of())));
    api.on("getReviews", Right.REVIEW, call -> Reply.ok(List.of()));
    api.on("getComments", Right.COMMENT, call -> Reply.ok(List.of()));
    api.on("getSearches", Right.EXPORT, call -> Reply.ok(List.of()));
    api.on("getContacts", Right.OVERVIEW, call -> Reply.ok(List.of()));
    api.on("getWebhooks", Right.UPLOAD, call -> Reply.ok(List.of()));
    api.on("revealConversation", Right.REVEAL, call -> Reply.ok(List.of()));
  }

  @Test
  void eachRoleMayDoWhatItMayAndNothingElse() {
    Map<Role, TestClient> clients = new EnumMap<>(Role.class);
    ALL.forEach(role -> clients.put(role, console.as(role)));

    Map<String, String> wrong = new TreeMap<>();
    for (ContractOperation operation : answeredHere()) {
      clients.forEach(
          (role, client) -> {
            boolean may = ANSWERED_HERE.get(operation.id()).contains(role);
            int status = client.send(operation.method(), path(operation), body(operation)).status();
            // Wrong bodies and unknown names are told to those who may ask alone.
            if ((status == 403) == may || status == 401 && !operation.open() || status >= 500) {
              wrong.put(operation.id() + " as " + role, String.valueOf(status));
            }
            if (operation.id().equals("signOut")) {
              clients.put(role, console.as(role));
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void rightsBelongToRoles() {
    Map<String, Set<Role>> rights =
        Map.of(
            "/queries/check?q=", ALL,
            "/conversations/x/reviews", NOT_AGENTS,
            "/conversations/x/comments", COMMENTERS,
            "/searches", NOT_AGENTS,
            "/conversations/x/contacts", ALL,
            "/webhooks", UPLOADERS,
            "/quarantine", ADMINISTRATORS,
            "/conversations/x/original", NOBODY);
    for (Role role : ALL) {
      TestClient client = console.as(role);
      rights.forEach(
          (path, allowed) ->
              assertThat(client.get(path).status())
                  .as("%s as %s", path, role)
                  .isEqualTo(allowed.contains(role) ? 200 : 403));
    }
  }

  @Test
  void revealingIsGivenToAPersonAlone() {
    TestClient trusted = console.as("trusted", TestConsole.everything());

    assertThat(trusted.get("/conversations/x/original").status()).isEqualTo(200);
    assertThat(trusted.get("/session").at("/rights").contains("reveal")).isFalse();
    assertThat(trusted.get("/session").json().at("/rights").toString()).contains("reveal");
  }

  @Test
  void strangersAndEndedTokensAreTurnedAway() {
    TestClient stranger = console.stranger();
    TestClient ended = console.program(Right.ADMINISTER, Right.SEARCH);
    console.clock().advance(Duration.ofDays(2));

    for (ContractOperation operation : Contract.load().operations()) {
      if (!operation.open()) {
        for (TestClient client : List.of(stranger, ended)) {
          assertThat(client.send(operation.method(), path(operation), body(operation)).status())
              .as(operation.id())
              .isEqualTo(401);
        }
      }
    }
  }

  @Test
  void aProgramMayDoWhatItsTokenSaysAndHasNoSession() {
    TestClient program = console.program(Right.SEARCH);

    assertThat(program.get("/queries/check?q=").status()).isEqualTo(200);
    assertThat(program.get("/quarantine").status()).isEqualTo(403);
    assertThat(program.get("/users").status()).isEqualTo(403);
    assertThat(program.get("/session").status()).isEqualTo(403);
  }

  @Test
  void aTokenMayBeBoundToSources() {
    TestClient administrator = console.as(ADMINISTRATOR);
    Map<String, Object> wanted =
        Map.of(
            "program",
            "p",
            "rights",
            List.of("upload"),
            "sources",
            List.of("dialler"),
            "expires_at",
            "2999-01-01T00:00:00Z");

    assertThat(administrator.post("/tokens", wanted).at("/token/sources/0")).isEqualTo("dialler");
    assertThat(administrator.get("/tokens").at("/0/sources/0")).isEqualTo("dialler");
  }

  @Test
  void nobodyGivesAProgramMoreThanTheyHave() {
    TestClient administrator = console.as(ADMINISTRATOR);

    TestReply reply =
        administrator.post(
            "/tokens",
            Map.of(
                "program", "p",
                "rights", List.of("reveal"),
                "expires_at", "2999-01-01T00:00:00Z"));

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void whatIsRefusedIsInTheAuditLog() {
    console.as(AGENT).get("/users");

    TestReply audit = console.as(ADMINISTRATOR).get("/audit?action=denied");

    assertThat(audit.at("/entries/0/user")).startsWith("agent");
    assertThat(audit.at("/entries/0/detail")).isEqualTo("getUsers");
  }

  private static List<ContractOperation> answeredHere() {
    return Contract.load().operations().stream()
        .filter(operation -> ANSWERED_HERE.containsKey(operation.id()))
        .toList();
  }

  private static String path(ContractOperation operation) {
    return operation.path().replace("{number}", "999999").replaceAll("\\{\\w+}", "unknown");
  }

  private static Object body(ContractOperation operation) {
    return operation.takesJson() ? Map.of() : null;
  }
}
