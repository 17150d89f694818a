package io.earshot.asr.engine;

import com.sun.jna.Pointer;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.util.List;

/** One native recognizer, which remembers the parts of the graph it has been through. */
final class VoskRecognizer implements Recognizer {
  private static final float SAMPLE_RATE = 16_000;

  private Pointer recognizer;

  private VoskRecognizer(Pointer recognizer) {
    this.recognizer = recognizer;
  }

  static VoskRecognizer of(Pointer model) {
    Pointer recognizer = VoskLibrary.vosk_recognizer_new(model, SAMPLE_RATE);
    if (recognizer == null) {
      throw new EarshotException(ErrorKind.EXHAUSTED, "The engine gave no recognizer");
    }
    VoskLibrary.vosk_recognizer_set_words(recognizer, 1);
    return new VoskRecognizer(recognizer);
  }

  @Override
  public List<HeardWord> recognize(float[] samples) {
    if (recognizer == null) {
      throw new IllegalStateException("The recognizer is closed");
    }
    // The first sound after a final result starts from a fresh state; after a failure reset does.
    int ended = VoskLibrary.vosk_recognizer_accept_waveform_f(recognizer, samples, samples.length);
    if (ended < 0) {
      VoskLibrary.vosk_recognizer_reset(recognizer);
      throw new EarshotException(
          ErrorKind.BUG, "The engine failed on %d samples".formatted(samples.length));
    }
    return VoskResults.words(VoskLibrary.vosk_recognizer_final_result(recognizer));
  }

  @Override
  public void close() {
    if (recognizer != null) {
      VoskLibrary.vosk_recognizer_free(recognizer);
      recognizer = null;
    }
  }
}
