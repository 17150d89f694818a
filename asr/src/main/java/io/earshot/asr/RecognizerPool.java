package io.earshot.asr;

import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import io.earshot.conversation.EarshotException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where recognizers work, for all calls together: as many threads as may work side by side, each
 * model loaded once and when first needed. A recognizer belongs to one lane of one call.
 */
final class RecognizerPool implements AutoCloseable {
  // Callers hold back long before (see SpeechQueue); this only keeps a defect from eating memory.
  private static final int MOST_WAITING = 4096;
  private static final int LONGEST_SEGMENT_SECONDS = 120;

  private final Function<String, SpeechEngine> loader;
  private final ThreadPoolExecutor threads;
  private final Map<String, SpeechEngine> engines = new HashMap<>();
  private final Set<Recognizer> open = Collections.newSetFromMap(new IdentityHashMap<>());
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
              Thread thread =
                  new Thread(last(work), "earshot-recognizer-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  private static Runnable last(Runnable work) {
    return () -> {
      LowPriority.begin();
      work.run();
    };
  }

  int size() {
    return threads.getCorePoolSize();
  }

  /** Loads a language's model, unless it is, so that a missing one is told before any decoding. */
  void prepare(String language) {
    engine(language);
  }

  /** Runs a step in the background once another is done, well or not. */
  <T> CompletableFuture<T> after(CompletableFuture<?> before, Supplier<T> step) {
    return before.handleAsync(
        (done, failure) -> {
          // What waited when the pool was closed is run by the closing thread.
          requireOpen();
          return step.get();
        },
        threads);
  }

  /** A fresh recognizer, to be given back to {@link #release}. */
  Recognizer open(String language) {
    return opened(engine(language).newRecognizer());
  }

  /** The same for one that knows only some words. */
  Recognizer open(String language, List<String> words) {
    return opened(engine(language).newRecognizer(words));
  }

  private Recognizer opened(Recognizer recognizer) {
    synchronized (open) {
      open.add(recognizer);
    }
    return recognizer;
  }

  /** Frees a recognizer. */
  void release(Recognizer recognizer) {
    boolean ours;
    synchronized (open) {
      ours = open.remove(recognizer);
    }
    if (ours) {
      recognizer.close();
    }
  }

  private void requireOpen() {
    synchronized (engines) {
      if (closed) {
        throw EarshotException.unavailable("Speech recognition is closed", null);
      }
    }
  }

  private SpeechEngine engine(String language) {
    synchronized (engines) {
      requireOpen();
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
      List.copyOf(open).forEach(this::release);
      engines.values().forEach(SpeechEngine::close);
    }
  }

  private static void cancel(Runnable waiting) {
    // A step completes its future exceptionally when run in a closed pool.
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
