package io.earshot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {
  @Test
  void readsEveryTypeWithItsUnit() {
    Section section =
        Section.parse(
            """
            name: 客服
            count: 3
            share: 0.25
            on: true
            wait: 250ms
            size: 64MB
            folder: a/b
            list: [x, 'y z']
            one: x
            inner: {deep: 1}
            rows:
              - {a: 1}
              - {a: 2}
            """,
            "test.yaml");

    assertThat(section.text("name", "")).isEqualTo("客服");
    assertThat(section.integer("count", 0, 0, 9)).isEqualTo(3);
    assertThat(section.number("share", 0, 0, 1)).isEqualTo(0.25);
    assertThat(section.flag("on", false)).isTrue();
    assertThat(section.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofMillis(250));
    assertThat(section.bytes("size", 0)).isEqualTo(64L << 20);
    assertThat(section.path("folder")).contains(Path.of("a/b"));
    assertThat(section.texts("list")).containsExactly("x", "y z");
    assertThat(section.texts("one")).containsExactly("x");
    assertThat(section.section("inner").integer("deep", 0, 0, 9)).isEqualTo(1);
    assertThat(section.sections("rows").stream().map(row -> row.integer("a", 0, 0, 9)))
        .containsExactly(1, 2);
    section.verify();
  }

  @Test
  void absentAndEmptyKeysAreTheirDefaults() {
    Section section = Section.parse("name:\ncount: null\n", "test.yaml");

    assertThat(section.text("name")).isEmpty();
    assertThat(section.integer("count", 7, 0, 9)).isEqualTo(7);
    assertThat(section.duration("wait", Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    assertThat(section.section("inner").keys()).isEmpty();
    assertThat(section.sections("rows")).isEmpty();
    section.verify();
  }

  @Test
  void tellsEveryProblemAtOnceWithItsLine() {
    Section section =
        Section.parse(
            """
            count: many
            wiat: 3s
            inner:
              deep: 99
              unknown: 1
            """,
            "test.yaml");
    section.integer("count", 0, 0, 9);
    section.duration("wait", Duration.ZERO);
    section.section("inner").integer("deep", 0, 0, 9);
    section.required("must");

    assertThatThrownBy(section::verify)
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("test.yaml:1: 'count' must be a whole number from 0 to 9")
        .hasMessageContaining(
            "test.yaml:2: 'wiat' is not a setting; allowed here: count, inner, must, wait")
        .hasMessageContaining("test.yaml:4: 'inner.deep'")
        .hasMessageContaining("test.yaml:5: 'inner.unknown'")
        .hasMessageContaining("'must' is missing");
  }

  @Test
  void fillsInEnvironmentVariables() {
    Section section =
        Section.parse("a: ${PATH}\nb: x${EARSHOT_NO_SUCH:y}z\nc: ${EARSHOT_NO_SUCH}\n", "t.yaml");

    assertThat(section.text("a", "")).isEqualTo(System.getenv("PATH"));
    assertThat(section.text("b", "")).isEqualTo("xyz");
    section.text("c");
    assertThatThrownBy(section::verify)
        .hasMessageContaining("t.yaml:3: environment variable EARSHOT_NO_SUCH is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: 1\na: 2", "a: [1", "- x", "just text", "a: b: c", "\tx: 1", "? [1]: 2"})
  void refusesWhatIsNoSettingsFile(String yaml) {
    assertThatThrownBy(() -> Section.parse(yaml, "bad.yaml").verify())
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining("bad.yaml");
  }

  @Test
  void namesTheFileThatIsNotThereOrNotText(@TempDir Path folder) throws Exception {
    Path absent = folder.resolve("absent.yaml");
    assertThatThrownBy(() -> Section.load(absent)).hasMessageContaining("there is no such file");

    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> Section.load(binary)).hasMessageContaining("UTF-8");
  }

  /** Whatever bytes a file holds, it is read or refused, and nothing else happens. */
  @Test
  void survivesMutatedFiles() {
    String yaml = "speech:\n  language: en\n  pause: 700ms\nsources:\n  - {folder: a}\n";
    Random random = new Random(20261121);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      for (int edits = random.nextInt(6); edits >= 0; edits--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      }
      String mutated = new String(bytes, StandardCharsets.UTF_8);
      try {
        Section section = Section.parse(mutated, "mutated.yaml");
        section.section("speech").duration("pause", Duration.ZERO);
        List<Section> sources = section.sections("sources");
        sources.forEach(source -> source.required("folder"));
        section.verify();
      } catch (EarshotException e) {
        assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED);
      }
    }
  }
}
