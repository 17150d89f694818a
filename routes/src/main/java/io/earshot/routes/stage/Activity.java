package io.earshot.routes.stage;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Quarantine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the stages are doing right now, for progress lines and health, and who is told of what they
 * finish. Safe for all threads.
 */
public final class Activity {
  /** Longer than the longest pause between two tries. */
  private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Map<ConversationId, Work> running = new ConcurrentHashMap<>();
  private final List<Endings> endings = new CopyOnWriteArrayList<>();
  private final LongAdder audioMs = new LongAdder();
  private final LongAdder waits = new LongAdder();
  private volatile String lastWait = "";
  private volatile long lastWaitAt = System.nanoTime() - STILL_NANOS;

  /**
   * One conversation in one stage.
   *
   * @param id which conversation
   * @param stage where it is
   * @param doneMs audio already heard, in milliseconds
   * @param totalMs audio in all, 0 where not known
   */
  public record Work(ConversationId id, Stage stage, long doneMs, long totalMs) {}

  /** From now on tells of every ending in this process. */
  public void tell(Endings listener) {
    endings.add(listener);
  }

  void indexed(Conversation conversation, Analysis analysis) {
    endings.forEach(listener -> listener.indexed(conversation, analysis));
  }

  void quarantined(Conversation conversation, Quarantine quarantine) {
    endings.forEach(listener -> listener.quarantined(conversation, quarantine));
  }

  void begin(ConversationId id, Stage stage) {
    running.put(id, new Work(id, stage, 0, 0));
  }

  void heard(ConversationId id, long doneMs, long totalMs) {
    running.put(id, new Work(id, Stage.TRANSCRIBE, doneMs, totalMs));
  }

  void end(ConversationId id) {
    running.remove(id);
  }

  void transcribed(long milliseconds) {
    audioMs.add(milliseconds);
  }

  /** Notes that something is down or full and is waited for. */
  public void waiting(String why) {
    waits.increment();
    lastWaitAt = System.nanoTime();
    lastWait = why;
  }

  public Collection<Work> running() {
    return List.copyOf(running.values());
  }

  /** Audio transcribed since the start, in milliseconds. */
  public long transcribedMs() {
    return audioMs.sum();
  }

  /** How often a stage had to wait for something that is down or full. */
  public long waits() {
    return waits.sum();
  }

  /** What is down or full now, as far as can be told; empty when nothing is. */
  public String waitsFor() {
    return System.nanoTime() - lastWaitAt < STILL_NANOS ? lastWait : "";
  }

  /** What was waited for last; empty when nothing was. */
  public String lastWait() {
    return lastWait;
  }
}
