package io.earshot.analysis.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddingModelsTest extends EmbedderContract {
  private static final Path CACHE = Path.of("target/analysis-cache");
  private static EmbeddingModels models;

  @BeforeAll
  static void open() {
    models = EmbeddingModels.open(0, 256, CACHE); // no cache: every vector is computed
  }

  @AfterAll
  static void close() {
    models.close();
    models.close();
  }

  @Override
  protected Embedder embedder() {
    return models;
  }

  @Test
  void doesNotMindCaseOrScriptInChinese() {
    float[] vector = models.embed("我的APP打不開", "zh").vector();

    assertThat(models.embed("我的app打不开", "zh").vector()).isEqualTo(vector);
  }

  @Test
  void unpacksIntoItsCacheFolder() {
    assertThat(CACHE.resolve("onnxruntime")).isDirectoryContaining("glob:**onnxruntime*");
    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
  }

  @Test
  void refusesWorkOnceClosed() {
    EmbeddingModels other = EmbeddingModels.open(10, 64, CACHE);
    other.close();

    assertThatThrownBy(() -> other.embed("hello", "en"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
