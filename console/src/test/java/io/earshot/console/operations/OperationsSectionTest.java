package io.earshot.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.config.Section;
import io.earshot.console.access.Right;
import io.earshot.console.contract.Contract;
import io.earshot.console.http.Json;
import io.earshot.console.testing.TestingAlarms;
import io.earshot.console.testing.TestingAudit;
import io.earshot.console.testing.TestingConsole;
import io.earshot.console.testing.TestingGate;
import io.earshot.conversation.CheckResult;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsSectionTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TestingAlarms alarms = new TestingAlarms();
  private final TestingAudit audit = new TestingAudit();
  private final TestingGate gate =
      new TestingGate().admit("operator", Right.OPERATE).admit("agent", Right.SEARCH);
  private Operations operations = busy();
  private final TestingConsole console =
      new TestingConsole(
          gate,
          audit,
          List.of(new OperationsSection(() -> operations, alarms, settings(), audit)::register));

  @AfterEach
  void close() {
    console.close();
  }

  private static SettingsInForce settings() {
    Section section = Section.parse("password: geheim\nhost: h\n", "settings.yaml");
    section.secret("password", "");
    section.text("host", "");
    section.integer("port", 8443, 0, 9999);
    return new SettingsInForce("settings.yaml", section.settings());
  }

  private static Operations busy() {
    return new Operations(
        List.of(CheckResult.ok("vault", "fine"), CheckResult.failed("index", "starting")),
        List.of(new Operations.Source("rec", "folder", "/in", true, "watching", 3, NOON)),
        List.of(new Operations.Work("0a", "a.wav", "transcribe", 1_000, 60_000)),
        List.of(new Operations.Queue("transcribe", 2)),
        "",
        new Operations.Ledger(5, 2, 1, 2, true, NOON),
        List.of(new Operations.Model("speech", "vosk", "en", "shipped")),
        new Operations.Disk(1 << 30, 1 << 26, "/home"),
        Map.of("Java", "17"));
  }

  @Test
  void whatGoesOnKeepsToTheContract() throws Exception {
    alarms.raise("mallory");
    HttpResponse<String> answer = console.get("operator", "/operations");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = keepsToTheContract("operations", answer);
    assertThat(json.at("/ledger/in_flight").asInt()).isEqualTo(2);
    assertThat(json.at("/running/0/done_ms").asInt()).isEqualTo(1_000);
    assertThat(json.at("/alarms/0/user").asText()).isEqualTo("mallory");
  }

  @Test
  void beforeTheFirstLookThereIsNoLedger() throws Exception {
    operations =
        new Operations(
            List.of(),
            List.of(new Operations.Source("rec", "folder", "/in", true, "", 0, null)),
            List.of(),
            List.of(),
            "",
            null,
            List.of(),
            new Operations.Disk(0, 0, "/home"),
            Map.of());

    JsonNode json = keepsToTheContract("operations", console.get("operator", "/operations"));

    assertThat(json.has("ledger")).isFalse();
    assertThat(json.at("/sources/0").has("last_at")).isFalse();
  }

  @Test
  void settingsAreShownWithTheirLinesAndThatIsNoted() throws Exception {
    HttpResponse<String> answer = console.get("operator", "/operations/settings");

    JsonNode json = Json.mapper().readTree(answer.body());
    assertThat(answer.body()).doesNotContain("geheim");
    assertThat(json.at("/settings/1/key").asText()).isEqualTo("host");
    assertThat(json.at("/settings/1/line").asInt()).isEqualTo(2);
    assertThat(json.at("/settings/2/value").asText()).isEqualTo("8443");
    assertThat(json.at("/settings/2/file").asText()).isEmpty();
    assertThat(audit.lines()).containsExactly("operator settings_shown");
  }

  @Test
  void othersAreRefusedAndThatIsNoted() throws Exception {
    assertThat(console.get("agent", "/operations").statusCode()).isEqualTo(403);
    assertThat(console.get("agent", "/operations/settings").statusCode()).isEqualTo(403);
    assertThat(console.get("nobody", "/operations").statusCode()).isEqualTo(401);
    assertThat(audit.lines())
        .containsExactly("agent denied  getOperations", "agent denied  getSettings");
  }

  static JsonNode keepsToTheContract(String schema, HttpResponse<String> answer) throws Exception {
    Contract contract = Contract.load();
    JsonNode json = Json.mapper().readTree(answer.body());
    JsonNode part = contract.document().at("/components/schemas/" + schema);
    assertThat(contract.schema(part).validate(json)).isEmpty();
    return json;
  }
}
