package io.earshot.routes.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.TestClient;
import io.earshot.console.TestReply;
import io.earshot.console.contract.Contract;
import io.earshot.console.contract.ContractOperation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The console as people and programs meet it: the real service on the processed samples. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class ConsoleTourTest {
  private static final String PASSWORD = "a long password for the tour";
  private static final int REQUESTS = 40;

  /** An answer without an end, and what would take the session away from this test. */
  private static final Set<String> LEFT_OUT =
      Set.of("getEvents", "signOut", "signIn", "changePassword", "resetPassword");

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.start(folder);
    served.process("calls", "chats");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  @Order(1)
  void aReviewerFindsTheWayThroughEveryScreen() throws Exception {
    Path chromium =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(chromium != null, "no Chromium: './earshot test' installs it");
    Path web = Path.of("../console/web").toAbsolutePath().normalize();
    Process tour =
        new ProcessBuilder(
                "node",
                web.resolve("e2e/tour.mjs").toString(),
                served.url(),
                served.firstPassword(),
                PASSWORD,
                Path.of("target/screenshots").toAbsolutePath().toString(),
                chromium.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tour.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tour.waitFor()).as(said).isZero();
  }

  @Test
  @Order(2)
  void noRequestFindsADefectOrAnAnswerOutsideOfTheContract() throws Exception {
    TestClient administrator = administrator();
    Contract contract = Contract.load();
    JsonNode document = contract.document();
    ContractRequests requests = new ContractRequests(20261122, document, ids(administrator));
    List<String> defects = new ArrayList<>();
    for (ContractOperation operation : contract.operations()) {
      if (!LEFT_OUT.contains(operation.id())) {
        JsonNode path = document.get("paths").get(operation.path());
        JsonNode node = path.get(operation.method().toLowerCase(Locale.ROOT));
        for (int i = 0; i < REQUESTS; i++) {
          var request = requests.next(operation.method(), operation.path(), path, node);
          defect(administrator, operation.id(), request).ifPresent(defects::add);
        }
      }
    }
    assertThat(defects).isEmpty();
  }

  private static TestClient administrator() {
    try {
      return TestClient.of(served.url()).signedIn("admin", PASSWORD);
    } catch (AssertionError e) { // without a browser nobody changed it yet
      return served.administrator(PASSWORD);
    }
  }

  private static List<String> ids(TestClient client) {
    List<String> ids = new ArrayList<>();
    client
        .get("/conversations?limit=100")
        .json()
        .get("hits")
        .forEach(hit -> ids.add(hit.at("/conversation/id").asText()));
    assertThat(ids).hasSizeGreaterThan(9);
    return ids;
  }

  /** Every answer is held against the contract by the client; here, whether it is a defect. */
  private static Optional<String> defect(
      TestClient client, String operation, ContractRequests.Request request) {
    TestClient sender =
        request.type().isEmpty() ? client : client.with("Content-Type", request.type());
    String body = request.body().isEmpty() ? null : request.body();
    TestReply reply = sender.send(request.method(), request.path(), body);
    boolean broken = reply.status() == 500 || reply.status() == 501 || reply.status() == 401;
    return broken
        ? Optional.of("%s %s: %s".formatted(operation, request, reply))
        : Optional.empty();
  }
}
