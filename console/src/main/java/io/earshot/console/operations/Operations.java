package io.earshot.console.operations;

import io.earshot.conversation.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What goes on at one moment.
 *
 * @param parts the health of every part
 * @param sources what is watched
 * @param running conversations in the hands of a stage
 * @param queues conversations that wait for a stage or are in its hands
 * @param waitingFor what is down or full; empty when nothing is
 * @param ledger as last computed; null before the first time
 * @param models what understands sound and text
 * @param disk the one that holds all state
 * @param versions by program
 */
public record Operations(
    List<CheckResult> parts,
    List<Source> sources,
    List<Work> running,
    List<Queue> queues,
    String waitingFor,
    Ledger ledger,
    List<Model> models,
    Disk disk,
    Map<String, String> versions) {

  public Operations {
    parts = List.copyOf(parts);
    sources = List.copyOf(sources);
    running = List.copyOf(running);
    queues = List.copyOf(queues);
    models = List.copyOf(models);
    versions = Map.copyOf(versions);
  }

  /**
   * Something that is watched.
   *
   * @param kind of source, such as {@code folder}
   * @param place where it is
   * @param detail what was found, and when it is not ok, how to mend it
   * @param received conversations since the service started
   * @param lastAt when the last one came; null when none did
   */
  public record Source(
      String name,
      String kind,
      String place,
      boolean ok,
      String detail,
      long received,
      Instant lastAt) {}

  /**
   * A conversation in the hands of a stage.
   *
   * @param source where it came from, as people know it
   * @param doneMs sound heard so far, in milliseconds
   * @param totalMs sound in all; 0 where that is not known
   */
  public record Work(String id, String source, String stage, long doneMs, long totalMs) {}

  /** A stage with the number of conversations that are there. */
  public record Queue(String stage, long waiting) {}

  /** Whether everything that was received is accounted for, as computed at a time. */
  public record Ledger(
      long received, long indexed, long quarantined, long inFlight, boolean balanced, Instant at) {}

  /** A model in use: {@code speech}, {@code embedding} or {@code head}. */
  public record Model(String kind, String name, String language, String detail) {}

  /** Room on a disk, and how much of it is left alone. */
  public record Disk(long usableBytes, long reserveBytes, String place) {}
}
