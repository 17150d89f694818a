package io.earshot.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.routes.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval} and {@code train} as users and scripts see them. */
class EvaluationTest {
  private static final List<String> PLACES = List.of("garden", "kitchen", "cellar", "attic");

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void prepare() throws IOException {
    home = TestHome.in(folder.resolve("home"), "");
  }

  @Test
  void tellsScriptsWhatWasMeasured() throws Exception {
    Path file = file();

    Outcome outcome =
        run("eval", "intent", file.toString(), "--folds", "3", "--seed", "1,2", "--json");

    assertThat(outcome.code).as(outcome.text).isZero();
    JsonNode line = new JsonMapper().readTree(outcome.text);
    assertThat(line.path("task").asText()).isEqualTo("intent");
    assertThat(line.path("n").asInt()).isEqualTo(24);
    for (String name : List.of("accuracy", "macro_f1", "weighted_f1")) {
      assertThat(line.path(name).isNumber()).as(name).isTrue();
      assertThat(line.path("intervals").path(name).path("low").isNumber()).as(name).isTrue();
    }
    assertThat(line.path("accuracy").asDouble()).isGreaterThan(0.8);
    assertThat(line.has("auroc_out_of_scope")).isTrue();
    assertThat(line.has("auroc_negative")).isTrue();
    JsonNode one = line.path("per_class").path("water");
    for (String name : List.of("precision", "recall", "f1", "support")) {
      assertThat(one.path(name).isNumber()).as(name).isTrue();
    }
    assertThat(line.path("seeds")).hasSize(2);
    assertThat(line.path("seeds").get(0).path("seed").asInt()).isEqualTo(1);
    assertThat(line.path("seeds").get(0).path("macro_f1").isNumber()).isTrue();
  }

  @Test
  void keepsATrainedHeadAndRefusesADamagedOne() throws Exception {
    Path file = file();

    Outcome trained = run("train", "intent", "--data", file.toString(), "--name", "house");

    assertThat(trained.code).as(trained.text).isZero();
    Path version = home.models().resolve("intent/house/v1");
    assertThat(version.resolve("head.weights")).exists();
    JsonNode kept = new JsonMapper().readTree(version.resolve("scores.json").toFile());
    assertThat(kept.path("samples").asInt()).isEqualTo(24);
    assertThat(kept.path("scores").path("macro_f1").isNumber()).isTrue();
    Files.writeString(home.root().resolve("settings.yaml"), "analysis: {intent_head: house}");
    Path chat = folder.resolve("chat.txt");
    Files.writeString(chat, "agent: Hello\ncustomer: There is water dripping in the attic\n");
    Files.writeString(version.resolve("head.weights"), "broken");
    Outcome broken = run("analyze", chat.toString());
    assertThat(broken.code).isEqualTo(2);
    assertThat(broken.text).contains("is no trained head").contains("earshot train");
  }

  @Test
  void saysWhatIsWrongInOneLine() throws Exception {
    Path file = file();

    Outcome unknown = run("eval", "intent", file.toString());
    assertThat(unknown.code).isEqualTo(2);
    assertThat(unknown.text.strip().lines()).hasSize(1);
    assertThat(unknown.text).contains("'heating'").contains("--map");
    Outcome column = run("eval", "emotion", file.toString(), "--label-column", "mood");
    assertThat(column.code).isEqualTo(2);
    assertThat(column.text).contains("no column 'mood'").contains("text, label");
    assertThat(run("train", "emotion", "--data", file.toString()).text)
        .contains("It is not known what 'heating', 'water' feels like");
  }

  private Path file() throws IOException {
    List<String> lines = new ArrayList<>(List.of("text,label"));
    for (String place : PLACES) {
      lines.add("there is water dripping in the %s,water".formatted(place));
      lines.add("a pipe leaks in our %s,water".formatted(place));
      lines.add("the floor of the %s is wet,water".formatted(place));
      lines.add("it is freezing cold in the %s,heating".formatted(place));
      lines.add("the radiator in the %s does not get warm,heating".formatted(place));
      lines.add("no heating in our %s since monday,heating".formatted(place));
    }
    return Files.write(folder.resolve("house.csv"), lines, UTF_8);
  }

  /** What a command printed, on both streams, and its exit code. */
  private record Outcome(int code, String text) {}

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    Process process = TestHome.command(home, arguments).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), text);
  }
}
