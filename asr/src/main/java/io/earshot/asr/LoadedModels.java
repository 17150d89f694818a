package io.earshot.asr;

import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.model.SpeechModel;
import io.earshot.conversation.EarshotException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The models in memory: no more than a set number at once. One that nobody uses makes room for the
 * next, the one that was used longest ago first; while all are in use, whoever needs another waits.
 * Thread-safe; a model that loads keeps nobody waiting who needs another one.
 */
final class LoadedModels implements AutoCloseable {
  private final int most;
  private final Function<SpeechModel, SpeechEngine> loader;
  private final Map<SpeechModel, Loaded> loaded = new HashMap<>();
  private long uses;
  private boolean closed;

  LoadedModels(int most, Function<SpeechModel, SpeechEngine> loader) {
    this.most = most;
    this.loader = loader;
  }

  /** A model with its users. */
  private static final class Loaded {
    private final CompletableFuture<SpeechEngine> engine = new CompletableFuture<>();
    private int users;
    private long lastUse;
  }

  /** A model that stays in memory until it is given back. Giving back twice is harmless. */
  final class Loan implements AutoCloseable {
    private final Loaded of;
    private final SpeechEngine engine;
    private boolean returned;

    private Loan(Loaded of, SpeechEngine engine) {
      this.of = of;
      this.engine = engine;
    }

    SpeechEngine engine() {
      return engine;
    }

    @Override
    public void close() {
      synchronized (LoadedModels.this) {
        if (!returned) {
          returned = true;
          leave(of);
        }
      }
    }
  }

  /**
   * Takes a model, loaded by the first who does.
   *
   * @throws EarshotException as the loader does; UNAVAILABLE when closed or interrupted
   */
  Loan borrow(SpeechModel model) {
    Loaded entry;
    boolean first;
    synchronized (this) {
      first = awaitPlace(model);
      entry = first ? new Loaded() : loaded.get(model);
      loaded.put(model, entry);
      entry.users++;
    }
    if (first) {
      load(model, entry);
    }
    try {
      return new Loan(entry, entry.engine.join());
    } catch (CompletionException e) {
      synchronized (this) {
        leave(entry);
      }
      throw e.getCause() instanceof RuntimeException known ? known : e;
    }
  }

  /** The same for a model that somebody has borrowed; never waits and never loads. */
  synchronized Loan share(SpeechModel model) {
    requireOpen();
    Loaded entry = loaded.get(model);
    if (entry == null || entry.users == 0) {
      throw EarshotException.unavailable("The speech model is not in use any more", null);
    }
    entry.users++;
    return new Loan(entry, entry.engine.join());
  }

  /** Returns whether the model must be loaded, for which there is room then. */
  private boolean awaitPlace(SpeechModel model) {
    while (true) {
      requireOpen();
      if (loaded.containsKey(model)) {
        return false;
      }
      if (loaded.size() < most || makeRoom()) {
        return true;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw EarshotException.unavailable("Waiting for a speech model was interrupted", e);
      }
    }
  }

  private void load(SpeechModel model, Loaded entry) {
    try {
      entry.engine.complete(loader.apply(model));
    } catch (Throwable e) { // an edge: others may wait for it
      entry.engine.completeExceptionally(e);
      synchronized (this) {
        loaded.remove(model, entry);
        notifyAll();
      }
    }
  }

  private boolean makeRoom() {
    Optional<Map.Entry<SpeechModel, Loaded>> oldest =
        loaded.entrySet().stream()
            .filter(entry -> entry.getValue().users == 0)
            .min(Comparator.comparingLong(entry -> entry.getValue().lastUse));
    oldest.ifPresent(
        entry -> {
          loaded.remove(entry.getKey());
          entry.getValue().engine.join().close();
        });
    return oldest.isPresent();
  }

  private void leave(Loaded entry) {
    entry.users--;
    entry.lastUse = ++uses;
    notifyAll();
  }

  private void requireOpen() {
    if (closed) {
      throw EarshotException.unavailable("Speech recognition is closed", null);
    }
  }

  /** Nothing is lent any more; what is lent stays in memory until {@link #close}. */
  synchronized void end() {
    closed = true;
    notifyAll();
  }

  /** Frees all models: to be called when none is in use. */
  @Override
  public synchronized void close() {
    end();
    loaded.values().stream()
        .filter(entry -> entry.engine.isDone() && !entry.engine.isCompletedExceptionally())
        .forEach(entry -> entry.engine.join().close());
    loaded.clear();
  }
}
