package io.earshot.asr;

import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import io.earshot.conversation.EarshotException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The recognizers that all calls share: as many threads as there are recognizers, each model loaded
 * once and when first needed, each recognizer used by one thread at a time.
 */
final class RecognizerPool implements AutoCloseable {
  // Callers hold back long before (see SpeechQueue); this only keeps a defect from eating memory.
  private static final int MOST_WAITING = 4096;
  private static final int LONGEST_SEGMENT_SECONDS = 120;

  private final Function<String, SpeechEngine> loader;
  private final ThreadPoolExecutor threads;
  private final Map<String, SpeechEngine> engines = new HashMap<>();
  private final Map<String, Deque<Recognizer>> idle = new HashMap<>();
  private boolean closed;

  /** A pool whose models come from {@code loader} by their language. */
  RecognizerPool(int recognizers, Function<String, SpeechEngine> loader) {
    this.loader = loader;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            recognizers,
            recognizers,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
              Thread thread = new Thread(work, "earshot-recognizer-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  int size() {
    return threads.getCorePoolSize();
  }

  /** Loads a language's model, unless it is, so that a missing one is told before any decoding. */
  void prepare(String language) {
    engine(language);
  }

  /** Lets a recognizer work in the background. */
  <T> CompletableFuture<T> submit(String language, Function<Recognizer, T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> recognize(language, work), threads);
    } catch (RejectedExecutionException e) {
      throw EarshotException.unavailable("Speech recognition is closed", e);
    }
  }

  private <T> T recognize(String language, Function<Recognizer, T> work) {
    Recognizer recognizer = borrow(language);
    try {
      return work.apply(recognizer);
    } finally {
      giveBack(language, recognizer);
    }
  }

  private Recognizer borrow(String language) {
    SpeechEngine engine = engine(language);
    synchronized (idle) {
      Recognizer waiting = idle.computeIfAbsent(language, key -> new ArrayDeque<>()).poll();
      if (waiting != null) {
        return waiting;
      }
    }
    return engine.newRecognizer();
  }

  private void giveBack(String language, Recognizer recognizer) {
    synchronized (idle) {
      idle.get(language).push(recognizer);
    }
  }

  private SpeechEngine engine(String language) {
    synchronized (engines) {
      if (closed) {
        throw EarshotException.unavailable("Speech recognition is closed", null);
      }
      return engines.computeIfAbsent(language, loader);
    }
  }

  @Override
  public void close() {
    synchronized (engines) {
      if (closed) {
        return;
      }
      closed = true;
    }
    threads.shutdownNow().forEach(RecognizerPool::cancel);
    if (finished()) {
      idle.values().forEach(waiting -> waiting.forEach(Recognizer::close));
      engines.values().forEach(SpeechEngine::close);
    }
  }

  private static void cancel(Runnable waiting) {
    // What supplyAsync queued completes its future exceptionally when run in a closed pool.
    waiting.run();
  }

  // Memory in use by a recognizer must not be freed: rather lose it than the process.
  private boolean finished() {
    try {
      return threads.awaitTermination(LONGEST_SEGMENT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
