package io.earshot.routes.feed.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerStreamTest {
  @Test
  void boundsEachAnswerAndNotAllOfThem() throws IOException {
    InputStream said = new ByteArrayInputStream(new byte[1_000]);
    AnswerStream answers = new AnswerStream(said, 100);
    ByteArrayOutputStream there = new ByteArrayOutputStream();
    OutputStream out = answers.asking(there);

    for (int question = 0; question < 5; question++) {
      out.write('?');
      assertThat(answers.readNBytes(100)).hasSize(100);
    }
    assertThat(there.toString()).isEqualTo("?????");
    assertThatThrownBy(answers::read).hasMessageContaining("more than 100 bytes");
  }

  @Test
  void boundsTheTimeOfAnAnswer() throws IOException {
    AnswerStream late = new AnswerStream(new ByteArrayInputStream(new byte[9]), 100, Duration.ZERO);

    assertThatThrownBy(late::read).hasMessageContaining("does not end");
  }
}
