package io.earshot.console.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20260101-120000_AGENT_Anna.wav | 20260101-120000_AGENT_Anna.wav",
        "../../etc/passwd               | passwd",
        "C:\\calls\\a.wav               | a.wav",
        "..                             | upload",
        "a/..                           | upload",
        ".hidden.wav                    | hidden.wav",
        "'  spaced name.mp3  '          | spaced name.mp3",
        "a\u202Egpj.wav                 | agpj.wav",
      })
  void keepsWhatIsSafe(String sent, String kept) {
    assertThat(UploadName.of(sent.replace("\\u202E", "\u202e"))).isEqualTo(kept);
  }

  @Test
  void cutsTheStemAndKeepsTheEnding() {
    String kept = UploadName.of("客".repeat(200) + ".wav");

    assertThat(kept).endsWith("客.wav");
    assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isBetween(252, 255);
  }

  /** Whatever is sent, what comes out is one name in one folder. */
  @Test
  void anyTextBecomesAPlainName() {
    Random random = new Random(20261122);
    String special = "/\\.\0\n\r\t :*?\"<>|~\u202e\u200b\ud83d\ude00é客.";
    Path folder = Path.of("/uploads");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder sent = new StringBuilder();
      for (int length = random.nextInt(300); length >= 0; length--) {
        int kind = random.nextInt(3);
        if (kind == 0) {
          sent.append(special.charAt(random.nextInt(special.length())));
        } else {
          sent.append((char) (kind == 1 ? random.nextInt(128) : random.nextInt(0x10000)));
        }
      }
      String kept = UploadName.of(sent.toString());

      assertThat(kept).isNotBlank().doesNotContain("/", "\\").doesNotStartWith(".");
      assertThat(kept.chars()).noneMatch(Character::isISOControl);
      assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
      assertThat(folder.resolve(kept).normalize().getParent()).isEqualTo(folder);
    }
  }
}
