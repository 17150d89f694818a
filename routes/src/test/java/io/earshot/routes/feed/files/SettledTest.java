package io.earshot.routes.feed.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Kinship;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettledTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final IngestSettings settings =
      IngestSettings.from(Section.parse("{settle: 2s, pair_wait: 10s}", "test"));
  private final Settled settled = new Settled(false, settings, new Kinship(settings));

  private void look(int second, long bytes) {
    // The server's clock is years behind: its times say when something changed, not how long ago.
    RemoteFile file = new RemoteFile("x.wav", bytes, Instant.parse("2001-01-01T00:00:00Z"), "1");
    settled.look(Map.of("x.wav", file), START.plusSeconds(second));
  }

  private boolean isWhole(int second) {
    return settled.isWhole(List.of("x.wav"), Set.of(), START.plusSeconds(second));
  }

  @Test
  void aFileThatGrowsIsNotWholeUntilItStaysAsItIs() {
    look(0, 100);
    assertThat(isWhole(0)).isFalse();
    look(2, 200);
    assertThat(isWhole(2)).isFalse();
    look(3, 200);
    assertThat(isWhole(3)).isFalse();
    look(4, 200);
    assertThat(isWhole(4)).isTrue();
  }

  @Test
  void aFileThatCameBackIsLookedAtAnew() {
    look(0, 100);
    settled.look(Map.of(), START.plusSeconds(1));
    look(5, 100);
    assertThat(isWhole(5)).isFalse();
  }

  @Test
  void whatIsListedWholeWaitsForNothingButItsOtherHalf() {
    Settled objects = new Settled(true, settings, new Kinship(settings));
    RemoteFile half = new RemoteFile("x-agent.wav", 1, START, "tag");
    objects.look(Map.of("x-agent.wav", half), START);
    List<String> alone = List.of("x-agent.wav");

    assertThat(objects.isWhole(List.of("a.wav"), Set.of(), START)).isTrue();
    assertThat(objects.isWhole(alone, Set.of(), START)).isFalse();
    assertThat(objects.isWhole(alone, Set.of(), START.plusSeconds(10))).isTrue();
    assertThat(objects.isWhole(List.of("x-agent.wav", "x-caller.wav"), Set.of(), START)).isTrue();
  }
}
