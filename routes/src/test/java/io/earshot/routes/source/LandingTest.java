package io.earshot.routes.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
  private static final Instant LONG_AGO = Instant.parse("2001-01-02T03:04:05Z");

  @TempDir Path home;

  private static Arrival arrival(String name, Arrival.Content content) {
    return new Arrival(name, LONG_AGO, content);
  }

  private static Arrival arrival(String name) {
    return arrival(name, () -> new ByteArrayInputStream(name.getBytes(UTF_8)));
  }

  @Test
  void keepsAllOrNone() throws IOException {
    Landing landing = new Landing(home, "far", 0);
    Arrival broken =
        arrival(
            "x-caller.wav",
            () -> {
              throw new IOException("the line broke");
            });

    assertThatThrownBy(
            () -> landing.receive(List.of(arrival("x-agent.wav"), broken), name -> 1_000))
        .hasMessage("the line broke");
    assertThat(landing.folder()).isEmptyDirectory();
    assertThat(home.resolve("far/arriving")).isEmptyDirectory();

    landing.receive(List.of(arrival("x-agent.wav"), arrival("x-caller.wav")), name -> 1_000);
    assertThat(landing.folder()).isDirectoryContaining("glob:**x-{agent,caller}.wav");
    assertThat(home.resolve("far/arriving")).isEmptyDirectory();
  }

  @Test
  void keepsAListForAWeekAfterItLanded() throws IOException {
    Landing landing = new Landing(home, "far", 0);
    landing.receive(List.of(arrival("manifest.csv")), name -> 1_000);
    Path list = landing.folder().resolve("manifest.csv");

    landing.keeps(list);
    assertThat(list).exists();

    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
    new Landing(home, "far", 0, later).keeps(list);
    assertThat(list).doesNotExist();
  }
}
