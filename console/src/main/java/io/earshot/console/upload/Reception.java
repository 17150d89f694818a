package io.earshot.console.upload;

import io.earshot.console.http.Reply;
import java.util.Optional;
import java.util.function.Consumer;

/** One body that is received. All methods are called on worker threads and may block. */
interface Reception extends Sink {

  /** All of it has come; what is acknowledged here is safe. */
  Reply complete();

  /**
   * It does not come whole.
   *
   * @return what the sender is told
   */
  Throwable broken(Throwable cause);

  /** Is given what ends the receiving, for those who may be interrupted. */
  default void onInterrupt(Consumer<Throwable> interrupt) {}

  /** The answer where the body need not be looked at. */
  default Optional<Reply> answer() {
    return Optional.empty();
  }
}
