package io.earshot.routes.feed.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a.wav", "...", "..a", "a b's #1 *?.wav", "录音.wav", "%2e%2e%2f", "~", "-rf"})
  void takesNamesOfFiles(String part) {
    assertThat(ServerName.problem(part)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../x",
        "/x",
        "x/",
        "..\\x",
        "a\u0000b",
        "a\nb",
        "a\r\nDELE b",
        "a\u0085",
        "\uFFFD"
      })
  void refusesNamesThatAreNone(String part) {
    assertThat(ServerName.problem(part)).isNotEmpty();
  }

  /** Whatever the characters: a name that is taken is one part of a path below its folder. */
  @Test
  void whatIsTakenStaysBelowItsFolder() {
    Random random = new Random(11);
    String alphabet = "./\\~\u0000\n\r:%2ef*?ab 录";
    Path folder = Path.of("/far/folder");
    for (int round = 0; round < 20_000; round++) {
      StringBuilder part = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        part.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (ServerName.problem(part.toString()).isEmpty()) {
        Path path = folder.resolve(part.toString()).normalize();
        assertThat(path.getParent()).as(part.toString()).isEqualTo(folder);
      }
    }
  }
}
