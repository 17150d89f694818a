package io.earshot.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  private static final String HUGE = "99999999999999999999999999";

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1, bytes 0-0/10",
    "bytes=0-, 0, 10, bytes 0-9/10",
    "bytes=3-5, 3, 3, bytes 3-5/10",
    "bytes=3-99, 3, 7, bytes 3-9/10",
    "bytes=-4, 6, 4, bytes 6-9/10",
    "bytes=-99, 0, 10, bytes 0-9/10",
    "BYTES=9-, 9, 1, bytes 9-9/10",
    "bytes=10-, 10, 0, bytes */10",
    "bytes=-0, 10, 0, bytes */10"
  })
  void readsARange(String header, long start, long length, String answered) {
    ByteRange range = ByteRange.parse(header, 10).orElseThrow();
    assertThat(range).isEqualTo(new ByteRange(start, length));
    assertThat(range.of(10)).isEqualTo(answered);
  }

  @Test
  void takesNumbersBeyondAllMeasureForTheEnd() {
    assertThat(ByteRange.parse("bytes=2-" + HUGE, 10)).contains(new ByteRange(2, 8));
    assertThat(ByteRange.parse("bytes=-" + HUGE, 10)).contains(new ByteRange(0, 10));
    assertThat(ByteRange.parse("bytes=%s-".formatted(HUGE), 10).orElseThrow().length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-3",
        "bytes=0-1,4-5",
        "bytes=a-b",
        "items=0-1",
        "bytes = 0-1",
        "bytes=0--1",
        "bytes=\u0661-"
      })
  void passesOverWhatIsNoSingleRange(String header) {
    assertThat(ByteRange.parse(header, 10)).isEmpty();
  }

  @Test
  void agreesWithCuttingAnArray() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      int first = random.nextInt(50);
      int last = random.nextInt(50);
      switch (random.nextInt(3)) {
        case 0 -> check("bytes=%d-%d".formatted(first, last), bytes, first, last + 1, first > last);
        case 1 -> check("bytes=%d-".formatted(first), bytes, first, bytes.length, false);
        default ->
            check("bytes=-" + last, bytes, Math.max(0, bytes.length - last), bytes.length, false);
      }
    }
  }

  private static void check(String header, byte[] bytes, int from, int to, boolean passedOver) {
    Optional<ByteRange> range = ByteRange.parse(header, bytes.length);
    assertThat(range.isEmpty()).as(header).isEqualTo(passedOver);
    range.ifPresent(
        part -> {
          byte[] expected =
              from >= bytes.length
                  ? new byte[0]
                  : Arrays.copyOfRange(bytes, from, Math.min(to, bytes.length));
          assertThat(part.length()).as(header).isEqualTo(expected.length);
          if (part.length() > 0) {
            int start = (int) part.start();
            assertThat(Arrays.copyOfRange(bytes, start, start + (int) part.length()))
                .isEqualTo(expected);
          }
        });
  }
}
