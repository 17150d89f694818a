package io.earshot.routes.stage;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Stage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the stages are doing right now, for progress lines and health. Safe for all threads. */
public final class Activity {
  private final Map<ConversationId, Work> running = new ConcurrentHashMap<>();
  private final LongAdder audioMs = new LongAdder();
  private final LongAdder waits = new LongAdder();
  private volatile String lastWait = "";

  /**
   * One conversation in one stage.
   *
   * @param id which conversation
   * @param stage where it is
   * @param doneMs audio already heard, in milliseconds
   * @param totalMs audio in all, 0 where not known
   */
  public record Work(ConversationId id, Stage stage, long doneMs, long totalMs) {}

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

  /** What was waited for last; empty when nothing was. */
  public String lastWait() {
    return lastWait;
  }
}
