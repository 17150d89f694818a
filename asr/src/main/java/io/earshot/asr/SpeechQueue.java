package io.earshot.asr;

import io.earshot.asr.engine.Dither;
import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.asr.voice.VoiceFrames;
import io.earshot.asr.voice.VoiceMeter;
import io.earshot.asr.voice.VoiceTrack;
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

  /** A segment on its way. */
  private record Pending(Placement place, CompletableFuture<Heard> heard) {}

  /** What became of it. */
  private record Heard(List<HeardWord> words, VoiceFrames voice) {}

  /**
   * What was heard on one track.
   *
   * @param words in time order, none overlapping
   */
  record Track(List<Word> words, VoiceTrack voice) {}

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
    CompletableFuture<Heard> heard;
    try {
      heard = pool.submit(language, recognizer -> hear(recognizer, segment));
    } catch (EarshotException e) {
      room.release();
      throw e;
    }
    heard.whenComplete((done, failure) -> room.release());
    tracks.get(track).add(new Pending(segment.placement(), heard));
  }

  private static Heard hear(Recognizer recognizer, SpeechSegment segment) {
    float[] samples = Dither.add(segment.samples(), segment.placement().position());
    // The voice is measured without the dither, on the thread that has the sound at hand.
    return new Heard(recognizer.recognize(samples), VoiceMeter.measure(segment.samples()));
  }

  /** Waits for everything; one after another in the order in which they were added. */
  List<Track> heard() {
    List<Track> heard = new ArrayList<>();
    for (List<Pending> track : tracks) {
      WordLine line = new WordLine();
      VoiceTrack voice = new VoiceTrack();
      for (Pending pending : track) {
        Heard segment = await(pending.heard());
        line.add(segment.words(), pending.place());
        voice.add(segment.voice(), pending.place());
      }
      heard.add(new Track(line.words(), voice));
    }
    return heard;
  }

  private void acquire() {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Heard await(CompletableFuture<Heard> heard) {
    try {
      return heard.get();
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
    tracks.forEach(track -> track.forEach(pending -> pending.heard().cancel(false)));
  }
}
