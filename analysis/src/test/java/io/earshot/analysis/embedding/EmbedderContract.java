package io.earshot.analysis.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.RandomText;
import io.earshot.conversation.Embedding;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every embedder promises. */
public abstract class EmbedderContract {
  protected abstract Embedder embedder();

  @Test
  void namesTheModelAndHasItsSize() {
    Embedding chinese = embedder().embed("退款什么时候到", "zh");
    Embedding english = embedder().embed("where is my refund", "en");

    assertThat(chinese.model()).isEqualTo("zh");
    assertThat(chinese.vector()).hasSize(512);
    assertThat(english.model()).isEqualTo("en");
    assertThat(english.vector()).hasSize(384);
    assertThat(embedder().embed("bonjour", "fr").model()).isEqualTo("en");
  }

  @Test
  void givesUnitVectorsForAnyText() {
    Random random = new Random(9);
    for (int i = 0; i < 60; i++) {
      String text = i == 0 ? "" : RandomText.of(random, random.nextInt(500));
      Embedding embedding = embedder().embed(text, i % 2 == 0 ? "zh" : "en");
      assertThat(embedding.cosine(embedding)).isBetween(0.9999, 1.0001);
    }
  }

  @Test
  void givesTheSameVectorAlwaysAndInEveryThread() {
    float[] expected = embedder().embed("the parcel never came", "en").vector();
    List<float[]> others =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(
                i -> {
                  embedder().embed("other text " + i, "en");
                  return embedder().embed("the parcel never came", "en").vector();
                })
            .toList();

    assertThat(others).allSatisfy(vector -> assertThat(vector).isEqualTo(expected));
  }

  @Test
  void putsLikeTextsTogether() {
    Embedding one = embedder().embed("I want my money back", "en");
    Embedding like = embedder().embed("I want all my money back", "en");
    Embedding other = embedder().embed("what time do you open on sundays", "en");

    assertThat(one.cosine(like)).isGreaterThan(one.cosine(other));
  }
}
