package io.earshot.analysis.evaluation;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.learning.ContextText;
import io.earshot.analysis.learning.Sample;
import io.earshot.conversation.Embedding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the meanings of a measurement's texts, which every seed and fold asks for again. As large
 * as the measured files. Thread-safe.
 */
public final class MeaningsAtHand implements Embedder {
  private static final int TELL_EVERY = 64;

  private final Embedder embedder;
  private final Map<String, Embedding> meanings = new ConcurrentHashMap<>();

  public MeaningsAtHand(Embedder embedder) {
    this.embedder = embedder;
  }

  /** Is told how many of how many are done. */
  public interface Progress {
    void done(int done, int all);
  }

  /** Takes in the meanings of samples, on all processors. */
  public void takeIn(List<Sample> samples, String language, boolean inContext, Progress progress) {
    Set<String> texts = new LinkedHashSet<>();
    for (Sample sample : samples) {
      texts.add(sample.text());
      if (inContext) {
        texts.add(ContextText.of(sample));
      }
    }
    AtomicInteger done = new AtomicInteger();
    texts.parallelStream()
        .forEach(
            text -> {
              embed(text, language);
              int count = done.incrementAndGet();
              if (count % TELL_EVERY == 0) {
                progress.done(count, texts.size());
              }
            });
  }

  @Override
  public Embedding embed(String text, String language) {
    return meanings.computeIfAbsent(
        language + '\u0001' + text, key -> embedder.embed(text, language));
  }
}
