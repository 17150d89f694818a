package io.earshot.routes.feed.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.ingest.Kinship;
import io.earshot.routes.source.TestInlet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  @TempDir Path home;

  private static RemoteFile file(String name) {
    return new RemoteFile(name, 1, Instant.EPOCH, "1");
  }

  @Test
  void ofALongListingTheFirstCallsAreSelectedAndAllOfEach() {
    TestInlet inlet = new TestInlet(home, "poll: 1s");
    Kinship kinship = new Kinship(inlet.inlet().ingest());
    Selection selection = new Selection(inlet.inlet(), kinship, true);
    List<String> names = new ArrayList<>();
    for (int call = 0; call < 11_000; call++) {
      names.add("a/%05d-agent.wav".formatted(call));
      names.add("a/%05d-caller.wav".formatted(call));
    }
    Collections.shuffle(names, new Random(5));
    names.forEach(name -> selection.found(file(name)));

    Set<String> selected = selection.candidates().keySet();
    assertThat(selected).hasSizeBetween(19_000, 20_000).contains("a/00000-agent.wav");
    assertThat(kinship.families(selected).values()).allMatch(family -> family.size() == 2);
  }

  @Test
  void whatWasReceivedIsNoCandidate() {
    TestInlet inlet = new TestInlet(home, "poll: 1s, done_markers: [.done]");
    Selection selection = new Selection(inlet.inlet(), new Kinship(inlet.inlet().ingest()), false);
    inlet.inlet().remember(file("a.wav").look());
    for (String name : List.of("a.wav", "b.wav", "b.wav.done", "readme.md", "../c.wav")) {
      selection.found(file(name));
    }

    assertThat(selection.candidates()).containsOnlyKeys("b.wav");
    assertThat(selection.markers()).containsOnlyKeys("b.wav.done");
    assertThat(selection.received()).containsExactly(file("a.wav"));
    assertThat(inlet.trouble()).contains("1 refused");
  }
}
