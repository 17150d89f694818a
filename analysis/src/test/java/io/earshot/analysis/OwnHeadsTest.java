package io.earshot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.analysis.learning.Head;
import io.earshot.analysis.learning.Recipe;
import io.earshot.analysis.learning.Sample;
import io.earshot.config.Section;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.EarshotException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads that users trained, in the place of what ships. */
class OwnHeadsTest {
  private static final List<String> PLACES = List.of("garden", "kitchen", "cellar", "attic");

  @TempDir Path folder;

  @Test
  void tellsOwnIntentsInTheirLanguageOnly() {
    OwnHeads heads = new OwnHeads(Optional.of(learn("water", "heating")), Optional.empty());
    try (AnalysisEngine engine = open(heads)) {
      assertThat(intents(engine, "There is water dripping in the attic")).contains("water");
      assertThat(intents(engine, "什么时候发货")).isNotEmpty().doesNotContain("water", "heating");
      assertThat(engine.check().detail()).contains("own intents (2 classes, en)");
    }
  }

  @Test
  void letsOwnSidesDecideAndShippedEmotionsName() {
    // Leaking water is what this operator calls negative.
    OwnHeads heads = new OwnHeads(Optional.empty(), Optional.of(learn("negative", "neutral")));
    try (AnalysisEngine engine = open(heads)) {
      Analysis wet = engine.analyze(Chats.chat("customer: a pipe leaks in our attic"));
      Analysis cold = engine.analyze(Chats.chat("customer: the radiator in the attic is cold"));

      assertThat(wet.turns().get(0).displeasure())
          .isGreaterThan(0.5)
          .isGreaterThan(cold.turns().get(0).displeasure() + 0.3);
      assertThat(wet.turns().get(0).emotion().name()).isNotEqualTo("negative");
    }
  }

  @Test
  void refusesEmotionsThatHaveNoPlaceHere() {
    OwnHeads heads = new OwnHeads(Optional.empty(), Optional.of(learn("wet", "cold")));

    assertThatThrownBy(() -> open(heads))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("'cold'")
        .hasMessageContaining("--map");
  }

  @Test
  void refusesAHeadThatIsNotThere() {
    AnalysisSettings settings = AnalysisSettings.from(Section.parse("intent_head: shop", "test"));

    assertThatThrownBy(() -> OwnHeads.open(folder, settings))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("no intent head 'shop'");
  }

  private static List<String> intents(AnalysisEngine engine, String text) {
    return engine.analyze(Chats.chat("customer: " + text)).turns().get(0).intents().stream()
        .map(scored -> scored.name())
        .toList();
  }

  private static Head learn(String first, String second) {
    List<Sample> samples = new ArrayList<>();
    for (String place : PLACES) {
      samples.add(Sample.of("there is water dripping in the " + place, first));
      samples.add(Sample.of("a pipe leaks in our " + place, first));
      samples.add(Sample.of("the floor of the %s is wet".formatted(place), first));
      samples.add(Sample.of("it is freezing in the " + place, second));
      samples.add(Sample.of("the radiator in the %s does not get warm".formatted(place), second));
      samples.add(Sample.of("no heating in our %s since monday".formatted(place), second));
    }
    try (EmbeddingModels models = EmbeddingModels.open(100, 256, Engines.CACHE)) {
      return Head.learn(samples, "en", Recipe.INTENT, models);
    }
  }

  private static AnalysisEngine open(OwnHeads heads) {
    return AnalysisEngine.open(
        AnalysisSettings.defaults(), Engines.CONFIG, Engines.CACHE, ZoneOffset.UTC, heads);
  }
}
