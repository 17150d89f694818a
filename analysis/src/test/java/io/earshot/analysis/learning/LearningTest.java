package io.earshot.analysis.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.analysis.testing.FakeEmbedder;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {
  private static final Lesson LESSON =
      new Lesson(
          "en",
          List.of(
              new Lesson.Topic("refund", List.of("refund me", "my refund please", "refund now")),
              new Lesson.Topic("parcel", List.of("where is my parcel", "parcel late", "parcel"))));

  @TempDir Path folder;

  @Test
  void tellsWhatItLearned() {
    FakeEmbedder embedder = new FakeEmbedder();
    Learned learned =
        Learned.of("test", LESSON, Learned.Method.PRODUCT, embedder, new WeightStore(folder));
    Embedding text = embedder.embed("the parcel", "en");

    double[] probabilities = learned.probabilities("the parcel", text);

    assertThat(probabilities[0] + probabilities[1]).isBetween(0.999, 1.001);
    assertThat(probabilities[1]).isGreaterThan(0.7);
    assertThat(learned.closeness(text, 1)).isGreaterThan(learned.closeness(text, 0));
  }

  @Test
  void learnsTheSameEveryTime() {
    double[] first = probabilities(folder.resolve("a"));
    double[] second = probabilities(folder.resolve("b"));
    double[] kept = probabilities(folder.resolve("a"));

    assertThat(second).isEqualTo(first);
    assertThat(kept).isEqualTo(first);
  }

  private static double[] probabilities(Path folder) {
    FakeEmbedder embedder = new FakeEmbedder();
    return Learned.of("test", LESSON, Learned.Method.MEANING, embedder, new WeightStore(folder))
        .probabilities("", embedder.embed("some text", "en"));
  }

  @Test
  void makesWeightsOnceAndAgainWhenDamagedOrChanged() throws IOException {
    AtomicInteger made = new AtomicInteger();
    WeightStore store = new WeightStore(folder);
    Supplier<List<float[]>> maker =
        () -> {
          made.incrementAndGet();
          return List.of(new float[] {1, -2.5f}, new float[0]);
        };

    store.fetch("intents", "aa", maker);
    List<float[]> kept = store.fetch("intents", "aa", maker);
    assertThat(made).hasValue(1);
    assertThat(kept.get(0)).containsExactly(1, -2.5f);

    Path file = folder.resolve("intents-aa.weights");
    byte[] bytes = Files.readAllBytes(file);
    bytes[13] ^= 1;
    Files.write(file, bytes);
    store.fetch("intents", "aa", maker);
    assertThat(made).hasValue(2);

    store.fetch("intents", "bb", maker);
    assertThat(made).hasValue(3);
    assertThat(folder).isDirectoryContaining("glob:**bb.weights");
    assertThat(folder).isDirectoryNotContaining("glob:**aa.weights");
  }

  @Test
  void saysWhereNoExamplesAre() {
    assertThatThrownBy(() -> ExampleFiles.read(folder.resolve("none"), section -> {}))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> ExampleFiles.read(folder, section -> {}))
        .hasMessageContaining("holds no .yaml file");
  }
}
