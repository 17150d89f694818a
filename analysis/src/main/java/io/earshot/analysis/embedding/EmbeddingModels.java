package io.earshot.analysis.embedding;

import io.earshot.conversation.Embedding;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The Chinese and the English sentence model.
 *
 * <p>Thread-safe: calls run side by side, each on the caller's thread. {@link #close()} waits for
 * running calls; a call after it throws {@link IllegalStateException}.
 */
public final class EmbeddingModels implements Embedder, AutoCloseable {
  /** Names both models for caches of what was learned from their vectors. */
  public static final String VERSION = "bge-small-v1.5-q-1";

  private final Language chinese;
  private final Language english;

  private EmbeddingModels(Language chinese, Language english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * Loads both models side by side (about half a second).
   *
   * @param cached how many vectors of each language are kept at most
   * @param maxTokens how much of a text is read; 512 at most
   * @param cacheFolder where native libraries are unpacked
   * @throws io.earshot.conversation.EarshotException when something is missing or can't be written
   */
  public static EmbeddingModels open(int cached, int maxTokens, Path cacheFolder) {
    NativeLibraries.prepare(cacheFolder);
    CompletableFuture<OnnxModel> chinese =
        CompletableFuture.supplyAsync(() -> OnnxModel.load(name("zh"), maxTokens));
    OnnxModel english = OnnxModel.load(name("en"), maxTokens);
    return new EmbeddingModels(
        new Language("zh", chinese.join(), new EmbeddingCache(cached)),
        new Language("en", english, new EmbeddingCache(cached)));
  }

  /** What the model of a language is called, {@code zh} or {@code en}. */
  public static String name(String language) {
    return "bge-small-%s-v1.5-q".formatted(language);
  }

  @Override
  public Embedding embed(String text, String language) {
    return language.startsWith("zh") ? chinese.embed(text) : english.embed(text);
  }

  @Override
  public void close() {
    chinese.model.close();
    english.model.close();
  }

  private record Language(String name, OnnxModel model, EmbeddingCache cache) {
    Embedding embed(String text) {
      String clean = ModelText.of(text, name.equals("zh"));
      float[] vector = cache.find(clean).orElseGet(() -> fresh(clean));
      return new Embedding(name, vector);
    }

    private float[] fresh(String clean) {
      float[] vector = model.embed(clean);
      cache.keep(clean, vector);
      return vector;
    }
  }
}
