package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
  private static final Duration SETTLE = Duration.ofSeconds(2);

  @TempDir Path folder;
  private final TestingClock clock = new TestingClock(NOW);
  private final Settling settling = new Settling(clock);
  private Path file;

  @BeforeEach
  void make() throws IOException {
    file = folder.resolve("x.wav");
    write("sound", NOW);
  }

  private void write(String content, Instant modifiedAt) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(modifiedAt));
  }

  @Test
  void takesAnOldFileAtOnce() throws IOException {
    write("sound", NOW.minusSeconds(2));

    assertThat(settling.settled(file, SETTLE).bytes()).isEqualTo(5);
  }

  @Test
  void waitsForAFreshOne() {
    assertThatThrownBy(() -> settling.settled(file, SETTLE))
        .isInstanceOfSatisfying(
            StillChanging.class, e -> assertThat(e.retryAfter()).isEqualTo(SETTLE))
        .hasMessageContaining("x.wav");
    clock.advance(Duration.ofMillis(1500));
    assertThatThrownBy(() -> settling.settled(file, SETTLE))
        .isInstanceOfSatisfying(
            StillChanging.class, e -> assertThat(e.retryAfter()).hasMillis(500));
    clock.advance(Duration.ofMillis(500));
    assertThat(settling.settled(file, SETTLE).modifiedAt()).isEqualTo(NOW);
  }

  @Test
  void beginsAnewWhenItGrows() throws IOException {
    assertThatThrownBy(() -> settling.settled(file, SETTLE)).isInstanceOf(StillChanging.class);
    clock.advance(Duration.ofSeconds(3));
    write("sound and more", NOW.plusSeconds(3));
    assertThatThrownBy(() -> settling.settled(file, SETTLE)).isInstanceOf(StillChanging.class);
  }

  @Test
  void watchesAFileFromTheFuture() throws IOException {
    write("sound", NOW.plusSeconds(9_000));
    assertThatThrownBy(() -> settling.settled(file, SETTLE)).isInstanceOf(StillChanging.class);
    clock.advance(SETTLE);
    assertThat(settling.settled(file, SETTLE).bytes()).isEqualTo(5);
  }

  @Test
  void noticesAChangeWhileReading() throws IOException {
    Settling.Look look = Settling.Look.at(file);
    Settling.unchanged(file, look, SETTLE);
    write("sound and more", NOW);
    assertThatThrownBy(() -> Settling.unchanged(file, look, SETTLE))
        .isInstanceOf(StillChanging.class);
  }
}
