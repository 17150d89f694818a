package io.earshot.routes.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.console.contract.Contract;
import io.earshot.console.contract.ContractOperation;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.setup.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console as a running service serves it, with all its sections, on the same server as the
 * routes. The index does not answer: everything that needs none must work without, and who may do
 * what is decided before.
 */
class ConsoleServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct horse battery staple";

  /** Roles by letter: supervisor, team lead, script designer, agent, administrator. */
  private static final Map<Character, String> ROLES =
      Map.of(
          's', "supervisor",
          't', "team_lead",
          'd', "script_designer",
          'a', "agent",
          'x', "administrator");

  /**
   * Which roles may call each operation of the contract: written by hand, for a change is meant.
   */
  private static final String MATRIX =
      """
      stdax getSession signIn setPreferences getSignInWays getContract changePassword
      stdax findConversations getFacets sampleConversations checkQuery completeQuery
      stdax openConversation getContacts getPeaks getAudio getReviews findComments getLabels
      stdax getSearches saveSearch changeSearch deleteSearch getComments
      stdax getOverview getBreakdown
      stdx  getTranscript exportConversations
      stdx  getReviewLabels reviewFinding exportReviews
      stx   addComment editComment deleteComment
      -     revealConversation getQuarantinedFile
      sx    addConversations getUpload getUploadLimits getUploadOffset continueUpload deleteUpload
      x     getOperations getSettings getQuarantine retryQuarantined getEvents
      x     getUsers addUser changeUser deleteUser resetPassword getTeams setTeam deleteTeam
      x     getTokens addToken deleteToken getWebhooks addWebhook deleteWebhook getAudit
      """;

  @TempDir static Path folder;

  private static Service service;
  private static String first;

  @BeforeAll
  static void start() throws Exception {
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    Home home = new Home(folder, checkout.resolve("routes/target/dist"), checkout).create();
    Files.writeString(
        home.settingsFile().getParent().equals(folder)
            ? home.settingsFile()
            : folder.resolve("settings.yaml"),
        "index: {url: 'http://127.0.0.1:9'}\n");
    service =
        Service.start(
            HostLock.tryAcquire(home).orElseThrow(),
            home,
            Settings.load(folder.resolve("settings.yaml")),
            Set.of(Role.CONSOLE),
            Notes.SILENT);
    first = service.firstPassword().orElseThrow();
  }

  @AfterAll
  static void close() {
    service.close();
  }

  /** Somebody who asks, with the headers of a session once signed in. */
  private record Asker(Map<String, String> headers) {
    static final HttpClient HTTP =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> ask(String method, String path, Object body) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.httpUrl() + path));
      headers.forEach(request::header);
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      request.method(
          method,
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String method, String path, Object body) throws Exception {
      return JSON.readTree(ask(method, "/api/v1" + path, body).body());
    }

    static Asker stranger() {
      return new Asker(Map.of());
    }

    static Asker signedIn(String name, String password) throws Exception {
      HttpResponse<String> reply =
          stranger().ask("POST", "/api/v1/session", Map.of("name", name, "password", password));
      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
      String cookie = reply.headers().firstValue("Set-Cookie").orElseThrow();
      return new Asker(
          Map.of(
              "Cookie",
              cookie.replaceAll(";.*", ""),
              "X-CSRF-Token",
              JSON.readTree(reply.body()).get("csrf_token").asText()));
    }

    /** With the first password, which becomes the usual one. */
    static Asker fresh(String name, String password) throws Exception {
      Asker asker = signedIn(name, password);
      asker.ask(
          "PUT", "/api/v1/session/password", Map.of("current", password, "password", PASSWORD));
      return asker;
    }
  }

  private static synchronized Asker administrator() throws Exception {
    if (first.isEmpty()) {
      return Asker.signedIn("admin", PASSWORD);
    }
    String password = first;
    first = "";
    return Asker.fresh("admin", password);
  }

  private static Asker as(String role) throws Exception {
    Asker administrator = administrator();
    String name = role + System.nanoTime();
    JsonNode added =
        administrator.json(
            "POST", "/users", Map.of("name", name, "display_name", role, "roles", List.of(role)));
    return Asker.fresh(name, added.get("password").asText());
  }

  @Test
  void pagesHealthAndApiLiveOnOneServer() throws Exception {
    for (String path : List.of("/", "/c/x?t=1", "/health", "/api", "/api/v1/sign-in-ways")) {
      HttpResponse<String> reply = Asker.stranger().ask("GET", path, null);
      assertThat(reply.statusCode()).as(path).isIn(200, 503);
      assertThat(reply.headers().firstValue("Content-Security-Policy")).as(path).isPresent();
      assertThat(reply.headers().firstValue("X-Content-Type-Options")).as(path).isPresent();
    }
    assertThat(Asker.stranger().ask("GET", "/api/v1/users", null).statusCode()).isEqualTo(401);
  }

  @Test
  void eachRoleMayCallWhatItMayAndNothingElse() throws Exception {
    Map<String, Set<String>> allowed = matrix();
    Map<String, Asker> askers = new LinkedHashMap<>();
    for (String role : ROLES.values()) {
      askers.put(role, as(role));
    }
    Map<String, String> wrong = new TreeMap<>();
    for (ContractOperation operation : Contract.load().operations()) {
      if (operation.id().equals("signOut") || operation.id().equals("getEvents")) {
        continue; // one would end the session, the other never ends
      }
      for (Map.Entry<String, Asker> asker : askers.entrySet()) {
        HttpResponse<String> reply =
            asker.getValue().ask(operation.method(), path(operation), body(operation));
        boolean may = allowed.getOrDefault(operation.id(), Set.of()).contains(asker.getKey());
        boolean let = reply.statusCode() != 403 && reply.statusCode() != 401;
        boolean served = !reply.body().contains("is not served here yet");
        if (!served || reply.statusCode() == 500 || let != may && !operation.open()) {
          wrong.put(operation.id() + " as " + asker.getKey(), String.valueOf(reply.statusCode()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyOperationHasARow() {
    Set<String> ids = new TreeSet<>();
    Contract.load().operations().forEach(operation -> ids.add(operation.id()));
    ids.remove("signOut");

    assertThat(matrix().keySet()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void strangersAreTurnedAwayFromEverythingThatIsNotOpen() throws Exception {
    Asker unknownToken = new Asker(Map.of("Authorization", "Bearer not-a-token"));
    for (ContractOperation operation : Contract.load().operations()) {
      if (!operation.open()) {
        for (Asker asker : List.of(Asker.stranger(), unknownToken)) {
          assertThat(asker.ask(operation.method(), path(operation), body(operation)).statusCode())
              .as(operation.id())
              .isEqualTo(401);
        }
      }
    }
  }

  @Test
  void headersAndParametersFromOutsideSteerNoRoute() throws Exception {
    Path target = folder.resolve("written-by-a-stranger.txt");
    Map<String, String> hostile =
        Map.of(
            "CamelFileName", target.toString(),
            "CAmelHttpUri", "http://127.0.0.1:1/",
            "CamelHttpResponseCode", "299",
            "camelhttppath", "/etc/passwd",
            "CamelBeanMethodName", "getClass",
            "CamelExecCommandExecutable", "/usr/bin/touch");
    String query =
        hostile.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().replace("/", "%2F"))
            .collect(Collectors.joining("&"));
    Asker stranger = new Asker(hostile);

    HttpResponse<String> plain = Asker.stranger().ask("GET", "/health", null);
    HttpResponse<String> health = stranger.ask("GET", "/health?" + query, null);
    assertThat(health.statusCode()).isEqualTo(plain.statusCode());
    assertThat(health.body()).isEqualTo(plain.body());
    assertThat(health.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("camel"));
    HttpResponse<String> ways = stranger.ask("GET", "/api/v1/sign-in-ways", null);
    assertThat(ways.statusCode()).isEqualTo(200);
    assertThat(stranger.ask("GET", "/api/v1/sign-in-ways?" + query, null).statusCode())
        .isEqualTo(400);
    Map<String, String> signedIn = new LinkedHashMap<>(administrator().headers());
    signedIn.putAll(hostile);
    HttpResponse<String> upload =
        new Asker(signedIn).ask("POST", "/api/v1/conversations?name=a.json", Map.of("a", 1));
    assertThat(upload.statusCode()).isEqualTo(202);
    assertThat(JSON.readTree(upload.body()).get("name").asText()).isEqualTo("a.json");
    assertThat(target).doesNotExist();
  }

  private static Map<String, Set<String>> matrix() {
    Map<String, Set<String>> matrix = new TreeMap<>();
    for (String line : MATRIX.lines().toList()) {
      List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
      Set<String> roles =
          words
              .remove(0)
              .chars()
              .mapToObj(letter -> (char) letter)
              .filter(ROLES::containsKey)
              .map(ROLES::get)
              .collect(Collectors.toSet());
      Stream.of(words.toArray(String[]::new)).forEach(id -> matrix.put(id, roles));
    }
    return matrix;
  }

  private static String path(ContractOperation operation) {
    return "/api/v1"
        + operation.path().replace("{number}", "999999").replaceAll("\\{\\w+}", "unknown");
  }

  private static Object body(ContractOperation operation) {
    return operation.takesJson() ? Map.of() : null;
  }
}
