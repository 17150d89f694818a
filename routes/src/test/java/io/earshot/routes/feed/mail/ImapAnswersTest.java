package io.earshot.routes.feed.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapAnswersTest {
  /** Read in pieces of all lengths, since answers are cut anywhere. */
  private static String read(String answers, int seed) throws IOException {
    InputStream in = new ImapAnswers(new ByteArrayInputStream(answers.getBytes(ISO_8859_1)), 100);
    Random random = new Random(seed);
    StringBuilder all = new StringBuilder();
    byte[] buffer = new byte[20];
    for (int read = 0; read >= 0; ) {
      int offset = random.nextInt(10);
      read = in.read(buffer, offset, 1 + random.nextInt(10));
      all.append(new String(buffer, offset, Math.max(0, read), ISO_8859_1));
    }
    return all.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* OK {101}\r\n",
        "* 1 FETCH (BODY[] {5}\r\nhello X {2000000000}\r\n",
        "* {}{99999999999999999999999999}\r\n",
        "{3}\r\na\r\n{101}\r\n"
      })
  void refusesPiecesThatAreTooLarge(String answers) {
    for (int seed = 0; seed < 50; seed++) {
      int now = seed;
      assertThatThrownBy(() -> read(answers, now)).hasMessageContaining("in one piece");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* 1 FETCH (BODY[] {100}\r\n",
        "* 1 FETCH (BODY[] {10}\r\n{9999999}\r\n)\r\n",
        "* {999999}\n* {999999} \r\n* {9999a99}\r\n* 999999}\r\n* {999999\r\n",
        "* {-999}\r\n* \"{999999}\"\r\n",
        "{12}\r\n{999999999}\r {999999}",
        ""
      })
  void passesOnWhatIsNone(String answers) throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(read(answers, seed)).isEqualTo(answers);
    }
  }

  @Test
  void readsByteByByte() throws IOException {
    InputStream in = new ImapAnswers(new ByteArrayInputStream(new byte[] {-1, '{'}), 100);

    assertThat(in.read()).isEqualTo(255);
    assertThat(in.read()).isEqualTo('{');
    assertThat(in.read()).isEqualTo(-1);
  }
}
