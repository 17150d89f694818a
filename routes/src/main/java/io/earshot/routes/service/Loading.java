package io.earshot.routes.service;

import io.earshot.conversation.EarshotException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part that starts in the background while others already work. {@link #get()} waits for it.
 *
 * @param <T> the part
 */
final class Loading<T> implements Supplier<T> {
  private final CompletableFuture<T> part;

  private Loading(CompletableFuture<T> part) {
    this.part = part;
  }

  static <T> Loading<T> of(Supplier<T> start, Executor executor) {
    return new Loading<>(CompletableFuture.supplyAsync(start, executor));
  }

  /** A part that this process does without. */
  static <T> Loading<T> none() {
    return new Loading<>(
        CompletableFuture.failedFuture(
            EarshotException.unavailable("Not a part of this process' roles", null)));
  }

  <U> Loading<U> then(Function<T, U> next, Executor executor) {
    return new Loading<>(part.thenApplyAsync(next, executor));
  }

  @Override
  public T get() {
    try {
      return part.join();
    } catch (CompletionException e) {
      // A fresh exception each time, for several threads may throw it.
      if (e.getCause() instanceof EarshotException cause) {
        throw new EarshotException(cause.kind(), cause.getMessage(), cause);
      }
      throw e;
    }
  }

  /**
   * The part without waiting for it.
   *
   * @throws EarshotException of kind UNAVAILABLE while it is starting
   */
  T ready(String name) {
    if (!part.isDone()) {
      throw EarshotException.unavailable("The %s is still starting".formatted(name), null);
    }
    return get();
  }

  /** The part when it is there, without waiting. */
  Optional<T> now() {
    return part.isDone() && !part.isCompletedExceptionally()
        ? Optional.of(part.join())
        : Optional.empty();
  }

  /** Ends the part, also when it comes only later. */
  void dispose(Consumer<T> close) {
    part.thenAccept(close);
  }
}
