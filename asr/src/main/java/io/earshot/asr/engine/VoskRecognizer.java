package io.earshot.asr.engine;

import com.sun.jna.Pointer;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One native recognizer.
 *
 * <p>It remembers the parts of the graph it has been through, which makes it quicker than a new
 * one, and counts its time on from one sound to the next; both grow without end. So after an hour
 * of sound a new native recognizer takes over, before the count, a float inside, loses its
 * milliseconds.
 */
final class VoskRecognizer implements Recognizer {
  private static final float SAMPLE_RATE = 16_000;
  private static final long MOST_SAMPLES = 3600L * 16_000;

  private final Pointer model;

  /** The words it knows, as the engine's JSON; empty for all that the model knows. */
  private final String grammar;

  private Pointer recognizer;
  private long samplesBefore;

  private VoskRecognizer(Pointer model, String grammar) {
    this.model = model;
    this.grammar = grammar;
    this.recognizer = create();
  }

  static VoskRecognizer of(Pointer model) {
    return new VoskRecognizer(model, "");
  }

  static VoskRecognizer of(Pointer model, List<String> words) {
    return new VoskRecognizer(
        model,
        Stream.concat(words.stream(), Stream.of(SpeechEngine.OTHER_WORD))
            .map(word -> '"' + word + '"')
            .collect(Collectors.joining(",", "[", "]")));
  }

  private Pointer create() {
    Pointer recognizer =
        grammar.isEmpty()
            ? VoskLibrary.vosk_recognizer_new(model, SAMPLE_RATE)
            : VoskLibrary.vosk_recognizer_new_grm(model, SAMPLE_RATE, grammar);
    if (recognizer == null) {
      throw new EarshotException(
          ErrorKind.EXHAUSTED, "The engine gave no recognizer: use fewer, or more memory");
    }
    VoskLibrary.vosk_recognizer_set_words(recognizer, 1);
    return recognizer;
  }

  @Override
  public List<HeardWord> recognize(float[] samples) {
    Result result = result(samples, 0);
    return VoskResults.words(result.json(), result.startSeconds());
  }

  @Override
  public List<List<HeardWord>> hypotheses(float[] samples, int most) {
    Result result = result(samples, most);
    return VoskResults.hypotheses(result.json(), result.startSeconds());
  }

  /** What the engine said, and when the samples begin on its clock. */
  private record Result(String json, double startSeconds) {}

  // The engine gives either words with confidences or several hypotheses.
  private Result result(float[] samples, int hypotheses) {
    if (recognizer == null) {
      throw new IllegalStateException("The recognizer is closed");
    }
    if (samplesBefore > MOST_SAMPLES) {
      renew();
    }
    VoskLibrary.vosk_recognizer_set_max_alternatives(recognizer, hypotheses);
    // The first sound after a final result starts from a fresh state.
    int ended = VoskLibrary.vosk_recognizer_accept_waveform_f(recognizer, samples, samples.length);
    if (ended < 0) {
      renew();
      throw new EarshotException(
          ErrorKind.BUG, "The engine failed on %d samples".formatted(samples.length));
    }
    String json = VoskLibrary.vosk_recognizer_final_result(recognizer);
    double startSeconds = samplesBefore / (double) SAMPLE_RATE;
    samplesBefore += samples.length;
    return new Result(json, startSeconds);
  }

  private void renew() {
    Pointer fresh = create();
    VoskLibrary.vosk_recognizer_free(recognizer);
    recognizer = fresh;
    samplesBefore = 0;
  }

  @Override
  public void close() {
    if (recognizer != null) {
      VoskLibrary.vosk_recognizer_free(recognizer);
      recognizer = null;
    }
  }
}
