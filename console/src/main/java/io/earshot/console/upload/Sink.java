package io.earshot.console.upload;

/** Where the bytes of a body go. Called on worker threads, one after the other: it may block. */
@FunctionalInterface
interface Sink {
  /**
   * Takes the next bytes.
   *
   * @throws io.earshot.console.http.Problem when no more are taken
   */
  void take(byte[] bytes);
}
