package io.earshot.asr;

import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.engine.VoiceVectors;
import io.earshot.asr.model.SpeechModel;
import io.earshot.conversation.EarshotException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final ThreadPoolExecutor threads;
  private final LoadedModels models;
  private final Map<Recognizer, LoadedModels.Loan> open = new IdentityHashMap<>();
  private boolean closed;

  /** A pool that keeps up to {@code modelsAtOnce} models, which come from {@code loader}. */
  RecognizerPool(int recognizers, int modelsAtOnce, Function<SpeechModel, SpeechEngine> loader) {
    this.models = new LoadedModels(modelsAtOnce, loader);
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

  /**
   * Takes a model for a call, so that a missing one is told before any decoding; waits while too
   * many others are in use.
   */
  ModelUse use(SpeechModel model) {
    return new ModelUse(model, models.borrow(model));
  }

  /** The pool as one call sees it, with its model, which stays loaded until this is closed. */
  final class ModelUse implements AutoCloseable {
    private final SpeechModel model;
    private final LoadedModels.Loan loan;

    private ModelUse(SpeechModel model, LoadedModels.Loan loan) {
      this.model = model;
      this.loan = loan;
    }

    /** Threads that work side by side. */
    int size() {
      return threads.getCorePoolSize();
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

    /** What tells voices by vectors; to be used in steps that have a recognizer open. */
    Optional<VoiceVectors> voices() {
      return loan.engine().voices();
    }

    /** A fresh recognizer, to be given back to {@link #release}. */
    Recognizer open() {
      return opened(SpeechEngine::newRecognizer);
    }

    /** The same for one that knows only some words. */
    Recognizer open(List<String> words) {
      return opened(engine -> engine.newRecognizer(words));
    }

    // Each recognizer keeps the model: a step of a call that was given up may still be under way.
    private Recognizer opened(Function<SpeechEngine, Recognizer> maker) {
      LoadedModels.Loan own = models.share(model);
      try {
        Recognizer recognizer = maker.apply(own.engine());
        synchronized (open) {
          open.put(recognizer, own);
        }
        return recognizer;
      } catch (RuntimeException e) {
        own.close();
        throw e;
      }
    }

    /** Frees a recognizer. */
    void release(Recognizer recognizer) {
      RecognizerPool.this.release(recognizer);
    }

    @Override
    public void close() {
      loan.close();
    }
  }

  private void release(Recognizer recognizer) {
    LoadedModels.Loan loan;
    synchronized (open) {
      loan = open.remove(recognizer);
    }
    if (loan != null) {
      recognizer.close();
      loan.close();
    }
  }

  private void requireOpen() {
    synchronized (open) {
      if (closed) {
        throw EarshotException.unavailable("Speech recognition is closed", null);
      }
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      if (closed) {
        return;
      }
      closed = true;
    }
    models.end();
    threads.shutdownNow().forEach(RecognizerPool::cancel);
    if (finished()) {
      List<Recognizer> left;
      synchronized (open) {
        left = List.copyOf(open.keySet());
      }
      left.forEach(this::release);
      models.close();
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
