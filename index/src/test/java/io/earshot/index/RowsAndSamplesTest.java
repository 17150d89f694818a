package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real server: many conversations, drawn from and read in full. */
class RowsAndSamplesTest {
  private static final int COUNT = 2_300;
  private static ConversationIndex index;

  @BeforeAll
  static void fill() {
    index =
        ConversationIndex.open(
            LiveServer.get().server().address(), TestSettings.withPrefix("many"), TextFold.NONE);
    index.prepare();
    write(0, COUNT);
    index.refresh();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static void write(int from, int to) {
    IntStream.range(from, to)
        .parallel()
        .forEach(
            number -> {
              Samples sample =
                  Samples.named("many" + number)
                      .attributes(Map.of("agent", number % 10 == 0 ? "Ann" : "Bob"))
                      .customer("hello");
              index.write(sample.conversation(), sample.analysis());
            });
  }

  private static List<String> sample(Scope scope, int size, int seed) {
    SearchPage page = index.finder().sample(Selection.all(scope), size, seed);
    return page.hits().stream().map(hit -> hit.conversation().source()).toList();
  }

  @Test
  void aSampleIsRepeatableAndSeedsDiffer() {
    List<String> first = sample(Scope.ALL, 50, 7);
    assertThat(first).hasSize(50).doesNotHaveDuplicates();
    Samples again = Samples.named(first.get(3)).customer("hello again");
    index.write(again.conversation(), again.analysis());
    index.refresh();
    assertThat(sample(Scope.ALL, 50, 7)).isEqualTo(first);
    assertThat(sample(Scope.ALL, 20, 7)).isEqualTo(first.subList(0, 20));
    assertThat(sample(Scope.ALL, 50, 8)).isNotEqualTo(first);
  }

  @Test
  void aSampleStaysInItsScope() {
    Scope ann = new Scope(false, Set.of("Ann"), true, Set.of());
    SearchPage page = index.finder().sample(Selection.all(ann), 200, 3);
    assertThat(page.total()).isEqualTo(COUNT / 10);
    assertThat(page.hits()).hasSize(200).allMatch(h -> h.conversation().agent().equals("Ann"));
  }

  @Test
  void aSamplePrefersNothing() {
    Map<String, Integer> drawn = new HashMap<>();
    for (int seed = 0; seed < 40; seed++) {
      index
          .finder()
          .sample(Selection.all(Scope.ALL), 100, seed)
          .hits()
          .forEach(hit -> drawn.merge(hit.conversation().agent(), 1, Integer::sum));
    }
    // Of 4,000 draws 400 are expected; 95 is five standard deviations.
    assertThat(drawn.get("Ann")).isBetween(305, 495);
  }

  @Test
  void rowsAreCompleteAndOfOneMomentWhileMoreIsWritten() {
    Set<String> before =
        rows().stream()
            .map(ConversationSummary::source)
            .collect(java.util.stream.Collectors.toSet());
    assertThat(before.size()).isGreaterThanOrEqualTo(COUNT);
    List<String> seen = new ArrayList<>();
    index
        .finder()
        .each(
            Selection.all(Scope.ALL),
            row -> {
              seen.add(row.source());
              if (seen.size() == 1) {
                write(COUNT, COUNT + 20);
                index.refresh();
                index.delete(Samples.named("many5").id());
              }
            });
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(new HashSet<>(seen)).isEqualTo(before);
    Samples back = Samples.named("many5").attributes(Map.of("agent", "Bob")).customer("hello");
    index.write(back.conversation(), back.analysis());
    index.refresh();
    assertThat(rows()).hasSizeGreaterThan(before.size());
    IntStream.range(COUNT, COUNT + 20).forEach(n -> index.delete(Samples.named("many" + n).id()));
    index.refresh();
  }

  private static List<ConversationSummary> rows() {
    List<ConversationSummary> rows = new ArrayList<>();
    index.finder().each(Selection.all(Scope.ALL), rows::add);
    return rows;
  }
}
