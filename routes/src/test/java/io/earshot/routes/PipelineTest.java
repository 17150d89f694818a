package io.earshot.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.asr.playback.Playback;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.vault.ConversationJson;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.home.Home;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline on the samples through the command line, with the real speech model and the
 * real Elasticsearch: the contract that scripts rely on. One process serves, the commands work
 * through it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class PipelineTest {
  @TempDir static Path folder;

  private static Home home;
  private static Process serve;
  private static String health;

  @BeforeAll
  static void serve() throws IOException {
    home = TestHome.in(folder.resolve("home"), "{}");
    serve = TestHome.command(home, "serve").start();
    BufferedReader notes =
        new BufferedReader(new InputStreamReader(serve.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = notes.readLine(); line != null; line = notes.readLine()) {
      if (line.startsWith("Health: ")) {
        health = line.substring("Health: ".length());
        return;
      }
    }
    throw new AssertionError("serve ended before it was ready");
  }

  @AfterAll
  static void endsWithEverythingItStarted() throws Exception {
    List<ProcessHandle> started = serve.descendants().toList();
    serve.destroy();
    assertThat(serve.waitFor(30, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle child : started) {
      child.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  /** What a command printed and how it ended. */
  record Result(int exit, List<JsonNode> lines, String errors) {}

  private static Result run(String... arguments) throws Exception {
    Path errors = Files.createTempFile(folder, "stderr", ".txt");
    Process process = TestHome.command(home, arguments).redirectError(errors.toFile()).start();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    process.getInputStream().transferTo(output);
    int exit = process.waitFor();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : output.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(ConversationJson.mapper().readTree(line));
    }
    return new Result(exit, lines, Files.readString(errors));
  }

  private static String sample(String name) {
    return home.checkout().resolve("samples").resolve(name).toString();
  }

  @Test
  @Order(1)
  void processesEverySample() throws Exception {
    Result result = run("process", sample("calls"), sample("chats"), "--json");

    assertThat(result.exit()).as(result.errors()).isZero();
    assertThat(result.lines()).hasSizeGreaterThanOrEqualTo(10);
    for (JsonNode line : result.lines()) {
      assertThat(line.get("status").asText()).as(line.get("source").asText()).isEqualTo("indexed");
      assertThat(line.get("turns").asInt()).isPositive();
      assertThat(line.get("words").asInt()).isPositive();
      assertThat(line.get("emotion").get("lowest").asDouble()).isBetween(-1.0, 1.0);
    }
    assertThat(result.lines()).anyMatch(line -> line.get("language").asText().equals("zh"));
  }

  @Test
  @Order(2)
  void takesReviewsOutAsLabelledTexts() throws Exception {
    Path rows = folder.resolve("rows.csv");
    Result result = run("reviews", "--task", "emotion", "--to", rows.toString());
    assertThat(result.exit()).as(result.errors()).isZero();
    assertThat(Files.readString(rows)).startsWith("\uFEFFtext,context,label,");
  }

  @Test
  @Order(2)
  void makesEveryCallReadyToBeSeenAndHeard() {
    try (Vault vault = Vault.open(home.vault());
        Stream<ConversationId> ids = vault.ids()) {
      List<ConversationId> calls = ids.filter(id -> !vault.media(id).isEmpty()).toList();
      assertThat(calls).hasSizeGreaterThanOrEqualTo(5);
      for (ConversationId id : calls) {
        assertThat(vault.peaks(id)).isPresent();
        assertThat(vault.playable(id).isPresent() || Playback.plays(vault.media(id))).isTrue();
      }
    }
  }

  @Test
  @Order(2)
  void theSameFilesAgainAreTheSameConversations() throws Exception {
    Result again = run("process", sample("chats"), "--json");

    assertThat(again.exit()).as(again.errors()).isZero();
    assertThat(run("ledger", "--json").lines().get(0).get("received").asInt())
        .isGreaterThanOrEqualTo(10)
        .isLessThan(10 + again.lines().size());
  }

  @Test
  @Order(3)
  void findsTheMomentInBothLanguages() throws Exception {
    Result english = run("search", "speaker:customer AND (supervisor OR manager)", "--json");
    assertThat(english.exit()).as(english.errors()).isZero();
    JsonNode moment = english.lines().get(0).get("moments").get(0);
    assertThat(moment.get("speaker").asText()).isEqualTo("customer");
    assertThat(moment.get("highlights")).isNotEmpty();

    Result chinese = run("search", "退款 OR 退貨", "--json");
    assertThat(chinese.lines()).isNotEmpty();

    Result meaning = run("search", "~\"I want to close my account and go elsewhere\"", "--json");
    assertThat(meaning.lines()).isNotEmpty();
  }

  @Test
  @Order(4)
  void saysWhereAQueryIsWrong() throws Exception {
    Result result = run("search", "refund AND (speeker:customer", "--json");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.errors()).contains("speaker");
  }

  @Test
  @Order(5)
  void setsBrokenFilesAsideWithTheReason() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.wav"), "RIFF is not enough");

    Result result = run("process", broken.toString(), "--json");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines().get(0).get("status").asText()).isEqualTo("quarantined");
    assertThat(result.lines().get(0).get("reason").asText()).isNotBlank();
  }

  @Test
  @Order(6)
  void theLedgerBalances() throws Exception {
    Result result = run("ledger", "--json", "--items");

    JsonNode ledger = result.lines().get(0);
    assertThat(result.exit()).as(ledger.toString()).isZero();
    assertThat(ledger.get("balanced").asBoolean()).isTrue();
    assertThat(ledger.get("quarantined").asInt()).isEqualTo(1);
    assertThat(ledger.get("in_flight").asInt()).isZero();
    assertThat(ledger.get("items")).hasSize(1);
  }

  @Test
  @Order(7)
  void answersHealthAndRefusesASecondHost() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(health)).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"up\"").contains("\"index\"");
    Result second = run("serve");
    assertThat(second.exit()).isEqualTo(2);
    assertThat(second.errors()).contains("already runs").contains("EARSHOT_HOME");
  }

  @Test
  @Order(8)
  void misuseIsOneLineAndExitCodeTwo() throws Exception {
    assertThat(run("proces", "x").exit()).isEqualTo(2);
    assertThat(run("process", "/no/such/file").exit()).isEqualTo(2);
    assertThat(run("process", sample("calls"), "--source", "none").errors()).contains("'none'");
    assertThat(run("process", sample("calls"), "--keep-words").errors()).contains("--again");
    assertThat(run("search", "~").exit()).isEqualTo(2);
  }

  /** The recording is received anew, silenced or not; its words are those of the other model. */
  @Test
  @Order(9)
  void hearsAKnownCallAgainWithAnotherModel() throws Exception {
    String call = sample("calls/repair-thanks.wav");
    JsonNode first = run("process", call, "--json").lines().get(0);
    Result install =
        run(
            "models",
            "install",
            home.program()
                .resolve("models")
                .resolve(first.get("model").asText() + ".aar")
                .toString(),
            "--name",
            "other",
            "--language",
            "en",
            "--json");
    assertThat(install.exit()).as(install.errors()).isZero();

    assertThat(heardBy(run("process", call, "--model", "other", "--json")))
        .as("what is known is not heard again unasked")
        .isEqualTo(first.get("model").asText());
    Result again = run("process", call, "--again", "--model", "other", "--json");
    assertThat(heardBy(again)).as(again.errors()).isEqualTo("other");
    assertThat(again.lines().get(0).get("id")).isEqualTo(first.get("id"));
    assertThat(again.lines().get(0).get("words")).isEqualTo(first.get("words"));
    assertThat(again.lines().get(0).get("agent")).isEqualTo(first.get("agent"));

    assertThat(heardBy(run("process", call, "--again", "--keep-words", "--json")))
        .isEqualTo("other");
    assertThat(heardBy(run("process", call, "--again", "--json")))
        .as("what nobody names is the language's own")
        .isEqualTo(first.get("model").asText());
    assertThat(run("ledger", "--json").lines().get(0).get("balanced").asBoolean()).isTrue();
  }

  private static String heardBy(Result processed) {
    assertThat(processed.exit()).as(processed.errors()).isZero();
    return processed.lines().get(0).get("model").asText();
  }
}
