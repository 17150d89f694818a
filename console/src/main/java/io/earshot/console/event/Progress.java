package io.earshot.console.event;

import io.earshot.console.operations.Operations;
import java.util.List;

/**
 * How much is being done.
 *
 * @param inFlight conversations that wait for a stage or are in its hands
 * @param work those in its hands
 */
public record Progress(long inFlight, List<Operations.Work> work) {
  public Progress {
    work = List.copyOf(work);
  }

  boolean idle() {
    return inFlight == 0 && work.isEmpty();
  }

  /** Without naming conversations. */
  Progress figures() {
    return new Progress(inFlight, List.of());
  }
}
