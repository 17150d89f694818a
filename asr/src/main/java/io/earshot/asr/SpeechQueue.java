package io.earshot.asr;

import io.earshot.asr.SpeechLane.Hearing;
import io.earshot.asr.diarization.PrintTrack;
import io.earshot.asr.engine.VoiceVectors;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.asr.voice.VoiceTrack;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * One call's way into the pool: hands segments to lanes, holds the reader back when enough of them
 * wait, and puts the words of each track together in order. For one thread.
 *
 * <p>Which lane hears a segment depends on its number in the call alone, not on the number of
 * recognizers or on who is free: so one core and many come to the same words.
 */
final class SpeechQueue implements SegmentSink, AutoCloseable {
  // Two lanes at a time let a short call use two cores. Every new lane learns the graph anew: with
  // eight segments, some two minutes of speech, that costs about a tenth (README).
  private static final int LANES = 2;
  private static final int SEGMENTS_PER_LANE = 8;
  // With more cores than lanes, several pairs of lanes must be under way at once.
  private static final int SEGMENTS_PER_RECOGNIZER = LANES * SEGMENTS_PER_LANE / 2;

  private final RecognizerPool.ModelUse pool;
  private final String language;
  private final AlternativeSettings alternatives;
  private final Optional<VoiceVectors> vectors;
  private final Semaphore room;
  private final List<List<Hearing>> tracks = new ArrayList<>();
  private final List<SpeechLane> lanes = new ArrayList<>();
  private int segments;

  /**
   * What was heard on one track.
   *
   * @param words in time order, none overlapping
   * @param digits of the numbers that were read, by a hearing of their own
   */
  record Track(List<Word> words, List<Word> digits, VoiceTrack voice, PrintTrack prints) {}

  SpeechQueue(RecognizerPool.ModelUse pool, String language, AlternativeSettings alternatives) {
    this(pool, language, alternatives, Optional.empty());
  }

  /** The same with a speaker model, which is asked when the call has but one track. */
  SpeechQueue(
      RecognizerPool.ModelUse pool,
      String language,
      AlternativeSettings alternatives,
      Optional<VoiceVectors> vectors) {
    this.pool = pool;
    this.language = language;
    this.alternatives = alternatives;
    this.vectors = vectors;
    // One segment at work and one waiting per recognizer keeps all busy and memory small.
    this.room =
        new Semaphore(pool.size() <= LANES ? 2 * LANES : SEGMENTS_PER_RECOGNIZER * pool.size());
  }

  @Override
  public int addTrack() {
    tracks.add(new ArrayList<>());
    return tracks.size() - 1;
  }

  /** Waits while too many are under way. */
  @Override
  public void add(int track, SpeechSegment segment) {
    acquire();
    Hearing hearing = lane().add(segment);
    hearing.voice().whenComplete((done, failure) -> room.release());
    tracks.get(track).add(hearing);
  }

  private SpeechLane lane() {
    int place = segments % (LANES * SEGMENTS_PER_LANE);
    int first = segments++ / (LANES * SEGMENTS_PER_LANE) * LANES;
    if (place == 0) {
      lanes.forEach(SpeechLane::end);
    }
    if (place < LANES) {
      lanes.add(
          new SpeechLane(pool, language, alternatives, vectors.filter(v -> tracks.size() == 1)));
    }
    return lanes.get(first + place % LANES);
  }

  /** Waits for everything; what was heard on each track. */
  List<Track> heard() {
    lanes.forEach(SpeechLane::end);
    List<Track> heard = new ArrayList<>();
    for (List<Hearing> track : tracks) {
      WordLine line = new WordLine();
      WordLine digits = new WordLine();
      VoiceTrack voice = new VoiceTrack();
      PrintTrack prints = new PrintTrack();
      for (Hearing hearing : track) {
        line.add(await(hearing.words()), hearing.placement());
        digits.add(await(hearing.digits()), hearing.placement());
        voice.add(await(hearing.voice()), hearing.placement());
        prints.add(await(hearing.print()), await(hearing.voice()), hearing.placement());
        for (VoiceStretches.Voice said : await(hearing.stretches())) {
          Placement.Span span = hearing.placement().locate(said.startSeconds(), said.endSeconds());
          prints.add(span.startMs(), span.endMs(), said.vector());
        }
      }
      heard.add(new Track(line.words(), NumberReading.in(digits.words(), language), voice, prints));
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

  private static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EarshotException known) {
        throw known;
      }
      if (e.getCause() instanceof RejectedExecutionException) {
        throw EarshotException.unavailable("Speech recognition is closed", e);
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
    lanes.forEach(SpeechLane::abandon);
  }
}
