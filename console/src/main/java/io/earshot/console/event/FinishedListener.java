package io.earshot.console.event;

/** Is told of conversations that come to their end. Called by many threads at a time. */
@FunctionalInterface
public interface FinishedListener {

  /**
   * Called before the conversation is noted as finished, and once more when the process died
   * between. What is thrown keeps it unfinished: the stage tries again.
   */
  void finished(Finished conversation);
}
