package io.earshot.routes.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InletTest {
  private static final Instant THEN = Instant.parse("2020-01-02T03:04:05Z");

  @TempDir Path home;

  private Landing landing;
  private Inlet inlet;

  @BeforeEach
  void open() {
    landing = new Landing(home, "far", 0);
    inlet = inlet("{folder: '/nowhere', name: far, max_recording: 1KB}");
  }

  private Inlet inlet(String yaml) {
    Section section = Section.parse(yaml, "test");
    Source source = Source.from(section, Origin.Folder.from(section));
    return new Inlet(source, landing, new FileMemory(home, "far"), Clock.systemUTC());
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  static Stream<String> hostileNames() {
    return Stream.of(
        "../x.wav",
        "a/../../x.wav",
        "/etc/passwd",
        "a//b.wav",
        "./x.wav",
        "..\\..\\x.wav",
        "x\u0000.wav",
        "x\n.wav",
        "",
        "a/",
        "n".repeat(256) + ".wav",
        "a/".repeat(20) + "x.wav");
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void refusesNamesThatLeadElsewhere(String name) {
    assertThat(inlet.admits(name, 1)).isFalse();
    assertThatThrownBy(() -> inlet.receive(name, THEN, bytes("x")))
        .isInstanceOf(EarshotException.class);
    assertThat(inlet.trouble()).contains("1 refused");
    assertThat(everything()).isEmpty();
  }

  private List<Path> everything() {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden.wav", "a/.git/x.wav", "x.wav.part", "thumbs.db", "readme.md"})
  void passesOverWhatHoldsNoConversation(String name) {
    assertThat(inlet.admits(name, 1)).isFalse();
    assertThat(inlet.trouble()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.wav", "2026/01/x_metadata.json", "录音/呼入.wav", "chat.json"})
  void admitsRecordingsChatsAndFacts(String name) {
    assertThat(inlet.admits(name, 1)).isTrue();
  }

  @Test
  void keepsNameTimeAndBytes() throws IOException {
    inlet.receive("2026/01/x.wav", THEN, bytes("sound"));

    Path file = landing.folder().resolve("2026/01/x.wav");
    assertThat(file).hasContent("sound");
    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(THEN);
    landing.letGo(file);
    assertThat(landing.folder()).isEmptyDirectory();
  }

  @Test
  void refusesWhatIsTooLargeWhateverWasSaidOfIt() {
    assertThat(inlet.admits("x.wav", 1_025)).isFalse();
    assertThat(inlet.admits("y.wav", 1_024)).isTrue();
    assertThatThrownBy(() -> inlet.receive("y.wav", THEN, bytes("y".repeat(1_025))))
        .isInstanceOf(EarshotException.class);
    assertThat(everything()).isEmpty();
  }

  @Test
  void leavesNothingOfWhatBreaksOff() {
    InputStream broken =
        new InputStream() {
          private int left = 10;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the line broke");
            }
            return 'x';
          }
        };

    assertThatThrownBy(() -> inlet.receive("x.wav", THEN, broken)).hasMessage("the line broke");
    assertThat(everything()).isEmpty();
    assertThat(inlet.trouble()).as("for the feed to tell").isEmpty();
  }

  @Test
  void keepsTheReserveOfTheDisk() {
    landing = new Landing(home, "far", Long.MAX_VALUE / 2);
    inlet = inlet("{folder: '/nowhere', name: far}");

    assertThat(inlet.isOpen()).isFalse();
    assertThatThrownBy(() -> inlet.receive("x.wav", THEN, bytes("x")))
        .hasMessageContaining("free some space");
    assertThat(everything()).isEmpty();
  }

  @Test
  void removesWhatWasArrivingWhenAProcessEnded() throws IOException {
    Files.writeString(home.resolve("far/arriving/left"), "half a file");

    landing = new Landing(home, "far", 0);

    assertThat(everything()).isEmpty();
  }

  @Test
  void isClosedOutsideOfItsHours() {
    String time = java.time.LocalTime.now(java.time.ZoneOffset.UTC).toString().substring(0, 5);
    // A minute from now on at the earliest: closed now, whichever minute this is.
    String later = java.time.LocalTime.parse(time).plusHours(2).toString();
    String end = java.time.LocalTime.parse(time).plusHours(3).toString();
    Inlet closed =
        inlet(
            "{folder: '/nowhere', name: far, time_zone: UTC, pace: {between: '%s-%s'}}"
                .formatted(later, end));

    assertThat(closed.isOpen()).isFalse();
  }

  @Test
  void remembersOverRestarts() {
    inlet.remember("x.wav|1|2");

    assertThat(inlet("{folder: '/nowhere', name: far}").knows("x.wav|1|2")).isTrue();
    assertThat(inlet.knows("x.wav|1|3")).isFalse();
  }
}
