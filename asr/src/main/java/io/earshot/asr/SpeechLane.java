package io.earshot.asr;

import io.earshot.asr.diarization.VoicePrint;
import io.earshot.asr.diarization.VoicePrintMeter;
import io.earshot.asr.engine.Dither;
import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.VoiceVectors;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.asr.sound.TelephoneBand;
import io.earshot.asr.voice.VoiceFrames;
import io.earshot.asr.voice.VoiceMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A recognizer of its own for a few segments of one call, one after the other. For one thread; its
 * steps run in the pool.
 *
 * <p>A recognizer numbers the parts of the graph as it comes through them, and that order settles
 * ties: what it heard before may change a word. In a lane all that went before belongs to the same
 * call, so the call has the same words whatever else runs. Alternatives are searched for after the
 * last segment, for the same reason: no word changes by it. That pass is cheap, because by then the
 * recognizer knows its way.
 */
final class SpeechLane {
  // The best hundred ways to hear a segment differ at some five places; more cost more time.
  private static final int HYPOTHESES = 100;
  // A second look at all segments takes half as long as hearing them. Doubt comes in clusters, so
  // the most doubtful third gives more than half of the alternatives.
  private static final double SHARE_LOOKED_AT_AGAIN = 1.0 / 3;

  private final RecognizerPool.ModelUse pool;
  private final String language;
  private final AlternativeSettings settings;
  private final Optional<VoiceVectors> vectors;
  private final List<Runnable> secondLooks = new ArrayList<>();
  private final List<CompletableFuture<?>> steps = new ArrayList<>();
  private final List<CompletableFuture<Heard>> heard = new ArrayList<>();
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private boolean ended;
  // Touched by the lane's steps only, each of which happens before the next.
  private Recognizer recognizer;
  private Recognizer digitRecognizer;

  /** What was heard in a segment. */
  private record Heard(
      List<HeardWord> words,
      List<HeardWord> digits,
      VoiceFrames voice,
      VoicePrint print,
      List<VoiceStretches.Voice> stretches) {}

  /** A segment on its way. */
  static final class Hearing {
    private final Placement placement;
    private final CompletableFuture<Heard> first;
    private CompletableFuture<List<HeardWord>> words;

    private Hearing(Placement placement, CompletableFuture<Heard> first) {
      this.placement = placement;
      this.first = first;
      this.words = first.thenApply(Heard::words);
    }

    Placement placement() {
      return placement;
    }

    /** What a hearing for digits alone made of it. */
    CompletableFuture<List<HeardWord>> digits() {
      return first.thenApply(Heard::digits);
    }

    /** How it sounded; done when the words are known for the first time. */
    CompletableFuture<VoiceFrames> voice() {
      return first.thenApply(Heard::voice);
    }

    /** The shape of its sound, to tell voices apart by. */
    CompletableFuture<VoicePrint> print() {
      return first.thenApply(Heard::print);
    }

    /** What a speaker model made of its stretches; none without one. */
    CompletableFuture<List<VoiceStretches.Voice>> stretches() {
      return first.thenApply(Heard::stretches);
    }

    /** Its words, with alternatives once the lane has ended. */
    CompletableFuture<List<HeardWord>> words() {
      return words;
    }
  }

  SpeechLane(
      RecognizerPool.ModelUse pool,
      String language,
      AlternativeSettings settings,
      Optional<VoiceVectors> vectors) {
    this.pool = pool;
    this.language = language;
    this.settings = settings;
    this.vectors = vectors;
  }

  /** Hands in the next segment. */
  Hearing add(SpeechSegment segment) {
    Hearing hearing = new Hearing(segment.placement(), then(() -> hear(segment)));
    heard.add(hearing.first);
    if (settings.keep()) {
      int number = heard.size() - 1;
      secondLooks.add(() -> hearing.words = then(() -> lookAgain(segment, number)));
    }
    return hearing;
  }

  /** Says that no segment follows: the alternatives are searched for, the recognizer is freed. */
  void end() {
    if (!ended) {
      ended = true;
      secondLooks.forEach(Runnable::run);
      secondLooks.clear();
      last = pool.after(last, this::release);
    }
  }

  /** Gives up what still waits; nothing happens to what is done. */
  void abandon() {
    secondLooks.clear();
    steps.forEach(step -> step.cancel(false));
    end();
  }

  private <T> CompletableFuture<T> then(Supplier<T> step) {
    CompletableFuture<T> done = pool.after(last, step);
    steps.add(done);
    last = done;
    return done;
  }

  private Heard hear(SpeechSegment segment) {
    if (recognizer == null) {
      recognizer = pool.open();
    }
    float[] dithered = dithered(segment);
    List<HeardWord> words = recognizer.recognize(dithered);
    // The voice is measured without the dither, on the thread that has the sound at hand.
    return new Heard(
        words,
        // Few words are never in doubt for what lies above their band.
        digits(Dither.add(segment.samples(), segment.placement())),
        VoiceMeter.measure(segment.samples()),
        VoicePrintMeter.measure(segment.samples()),
        vectors
            .map(model -> VoiceStretches.heard(dithered, segment.placement(), words, model))
            .orElse(List.of()));
  }

  private List<HeardWord> digits(float[] samples) {
    List<String> digits = NumberReading.digits(language);
    if (digits.isEmpty()) {
      return List.of();
    }
    if (digitRecognizer == null) {
      digitRecognizer = pool.open(digits);
    }
    return digitRecognizer.recognize(samples);
  }

  private List<HeardWord> lookAgain(SpeechSegment segment, int number) {
    List<HeardWord> words = heard.get(number).join().words();
    if (doubts(number) == 0 || moreDoubtful(number) >= SHARE_LOOKED_AT_AGAIN * heard.size()) {
      return words;
    }
    return new AlternativeWords(recognizer.hypotheses(dithered(segment), HYPOTHESES))
        .of(words, settings);
  }

  private long doubts(int number) {
    return heard.get(number).join().words().stream()
        .filter(word -> settings.doubtful(word.confidence()))
        .count();
  }

  /** How many segments of the lane have more doubtful words, of equal ones those before. */
  private long moreDoubtful(int number) {
    long own = doubts(number);
    return IntStream.range(0, heard.size())
        .filter(other -> doubts(other) > own || doubts(other) == own && other < number)
        .count();
  }

  private Void release() {
    if (recognizer != null) {
      pool.release(recognizer);
      recognizer = null;
    }
    if (digitRecognizer != null) {
      pool.release(digitRecognizer);
      digitRecognizer = null;
    }
    return null;
  }

  private static float[] dithered(SpeechSegment segment) {
    return Dither.add(TelephoneBand.settle(segment.samples()), segment.placement());
  }
}
