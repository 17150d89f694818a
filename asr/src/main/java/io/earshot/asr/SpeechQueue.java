package io.earshot.asr;

import io.earshot.asr.engine.Dither;
import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * One call's way into the pool: hands in segments, holds the reader back when enough of them wait,
 * and puts the words of each track together in order. For one thread.
 */
final class SpeechQueue implements AutoCloseable {
  private final RecognizerPool pool;
  private final String language;
  private final Semaphore room;
  private final List<List<Pending>> tracks = new ArrayList<>();

  private record Pending(Placement place, CompletableFuture<List<HeardWord>> words) {}

  SpeechQueue(RecognizerPool pool, String language) {
    this.pool = pool;
    this.language = language;
    // One segment at work and one waiting per recognizer keeps all busy and memory small.
    this.room = new Semaphore(2 * pool.size());
  }

  /** Makes room for another track; its number. */
  int addTrack() {
    tracks.add(new ArrayList<>());
    return tracks.size() - 1;
  }

  /** Hands in the next segment of a track; waits while too many are under way. */
  void add(int track, SpeechSegment segment) {
    acquire();
    float[] samples = Dither.add(segment.samples(), segment.placement().position());
    CompletableFuture<List<HeardWord>> words;
    try {
      words = pool.submit(language, samples);
    } catch (EarshotException e) {
      room.release();
      throw e;
    }
    words.whenComplete((heard, failure) -> room.release());
    tracks.get(track).add(new Pending(segment.placement(), words));
  }

  /** Waits for everything; the words of each track in time order, none overlapping. */
  List<List<Word>> words() {
    List<List<Word>> words = new ArrayList<>();
    for (List<Pending> track : tracks) {
      WordLine line = new WordLine();
      for (Pending pending : track) {
        line.add(await(pending.words()), pending.place());
      }
      words.add(line.words());
    }
    return words;
  }

  private void acquire() {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static List<HeardWord> await(CompletableFuture<List<HeardWord>> words) {
    try {
      return words.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EarshotException known) {
        throw known;
      }
      throw new IllegalStateException("Recognition of a segment failed", e.getCause());
    }
  }

  private static EarshotException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return EarshotException.unavailable("Transcription was interrupted", cause);
  }

  /** Gives up what still waits; nothing happens to what is done. */
  @Override
  public void close() {
    tracks.forEach(track -> track.forEach(pending -> pending.words().cancel(false)));
  }
}
