package io.earshot.asr.testing;

import io.earshot.asr.Progress;
import io.earshot.asr.Recording;
import io.earshot.asr.Transcriber;
import io.earshot.asr.Transcript;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Gives scripted turns for media file names, and none for any other file that has a byte. Refuses
 * missing and empty files as the real one does. Thread-safe.
 */
public final class FakeTranscriber implements Transcriber {
  private final Map<String, List<Turn>> scripts = new ConcurrentHashMap<>();
  private final AtomicInteger transcribed = new AtomicInteger();
  private final Function<Recording, List<Turn>> otherwise;
  private volatile boolean closed;

  public FakeTranscriber() {
    this(recording -> List.of());
  }

  /** A fake that asks a function for the turns of files without a script. */
  public FakeTranscriber(Function<Recording, List<Turn>> otherwise) {
    this.otherwise = otherwise;
  }

  /** From now on, the turns for recordings whose first file has this name. */
  public FakeTranscriber script(String fileName, List<Turn> turns) {
    scripts.put(fileName, List.copyOf(turns));
    return this;
  }

  /** How many recordings were transcribed. */
  public int transcribed() {
    return transcribed.get();
  }

  @Override
  public Transcript transcribe(Recording recording, Progress progress) {
    if (closed) {
      throw EarshotException.unavailable("Speech recognition is closed", null);
    }
    recording.media().forEach(FakeTranscriber::requireSound);
    String name = recording.media().get(0).getFileName().toString();
    List<Turn> turns = scripts.containsKey(name) ? scripts.get(name) : otherwise.apply(recording);
    long audioMs = turns.stream().mapToLong(Turn::endMs).max().orElse(1000);
    progress.heard(audioMs, audioMs);
    transcribed.incrementAndGet();
    boolean known = turns.stream().anyMatch(turn -> turn.speaker() != Speaker.UNKNOWN);
    return new Transcript(
        recording.language().isEmpty() ? "en" : recording.language(),
        1,
        recording.model().isEmpty() ? "fake" : recording.model(),
        audioMs,
        1,
        known ? SpeakerSource.TRACKS : SpeakerSource.NONE,
        known ? 1 : 0,
        turns);
  }

  private static void requireSound(Path media) {
    if (!Files.isRegularFile(media) || media.toFile().length() == 0) {
      throw EarshotException.badInput("%s is missing or empty".formatted(media.getFileName()));
    }
  }

  @Override
  public CheckResult check() {
    return closed
        ? CheckResult.failed("speech", "closed")
        : CheckResult.ok("speech", "scripted turns");
  }

  @Override
  public void close() {
    closed = true;
  }
}
