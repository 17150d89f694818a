package io.earshot.analysis.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentPackTest {
  @TempDir Path folder;

  @Test
  void readsThisProjectsOwnIntents() {
    IntentPack pack = IntentPack.load(Path.of("../config/intents"));

    assertThat(pack.intents()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(pack.intents())
        .allSatisfy(
            intent -> {
              assertThat(intent.title()).containsKeys("en", "zh");
              assertThat(intent.examples().get("en")).doesNotHaveDuplicates();
              assertThat(intent.examples().get("en")).hasSizeGreaterThanOrEqualTo(12);
              assertThat(intent.examples().get("zh")).doesNotHaveDuplicates();
              assertThat(intent.examples().get("zh")).hasSizeGreaterThanOrEqualTo(12);
            });
    assertThat(pack.weight("thanks")).isLessThan(0.5);
  }

  @Test
  void tellsAllProblemsOfAllFilesAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        intents:
          - name: Bad Name
            examples: {en: [one, two, three]}
          - name: empty_one
            titel: {en: oops}
        """);
    Files.writeString(
        folder.resolve("b.yaml"),
        """
        intents:
          - name: short_one
            weight: 7
            examples: {zh: [一]}
        """);

    assertThatThrownBy(() -> IntentPack.load(folder))
        .hasMessageContaining("a.yaml:2")
        .hasMessageContaining("snake_case")
        .hasMessageContaining("a.yaml:5")
        .hasMessageContaining("titel")
        .hasMessageContaining("b.yaml:3")
        .hasMessageContaining("b.yaml:4");
  }

  @Test
  void refusesAnIntentThatIsThereTwiceInAFile() throws IOException {
    String intent = "  - name: same\n    examples: {en: [one, two, three]}\n";
    Files.writeString(folder.resolve("a.yaml"), "intents:\n" + intent + intent);

    assertThatThrownBy(() -> IntentPack.load(folder)).hasMessageContaining("a.yaml:4");
  }

  @Test
  void bringsTheExamplesOfSeveralFilesTogether() throws IOException {
    String intent =
        "intents:\n  - name: same\n    department: sales\n    examples: {en: [%s, two, three]}\n";
    Files.writeString(folder.resolve("a.yaml"), intent.formatted("one"));
    Files.writeString(folder.resolve("b.yaml"), intent.formatted("four"));

    assertThat(IntentPack.load(folder).intents())
        .singleElement()
        .satisfies(
            same -> {
              assertThat(same.department()).isEqualTo("sales");
              assertThat(same.examples().get("en")).containsExactly("one", "two", "three", "four");
            });
  }

  @Test
  void refusesTwoOpinionsOnOneIntent() throws IOException {
    String intent =
        "intents:\n  - name: same\n    department: %s\n    examples: {en: [one, two, three]}\n";
    Files.writeString(folder.resolve("a.yaml"), intent.formatted("sales"));
    Files.writeString(folder.resolve("b.yaml"), intent.formatted("finance"));

    assertThatThrownBy(() -> IntentPack.load(folder))
        .hasMessageContaining("b.yaml:2")
        .hasMessageContaining("department");
  }
}
