package io.earshot.asr.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class WavHeadTest {
  @Test
  void writesLargeFilesAsRf64() {
    ByteBuffer head =
        ByteBuffer.wrap(WavHead.of(8, 16_000, 12L * 3600 * 16_000)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(head.get(0)).isEqualTo((byte) 'R');
    assertThat(head.get(2)).isEqualTo((byte) '6');
    assertThat(head.getLong(28)).isEqualTo(12L * 3600 * 16_000 * 16);
    assertThat(head.getLong(20)).isEqualTo(head.getLong(28) + head.capacity() - 8);
  }
}
