package io.earshot.asr.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.jna.Pointer;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A Vosk speaker model, loaded once and when first needed, for all speech models. Thread-safe;
 * close it after their recognizers.
 */
public final class VoskSpeakers implements AutoCloseable {
  private static final float SAMPLE_RATE = 16_000;

  private final Supplier<Optional<Path>> folder;
  private Optional<Pointer> model = Optional.empty();
  private boolean closed;

  /**
   * Nothing is read yet.
   *
   * @param folder of the speaker model; empty while none is installed
   */
  public VoskSpeakers(Supplier<Optional<Path>> folder) {
    this.folder = folder;
  }

  /** None, ever. */
  static VoskSpeakers none() {
    return new VoskSpeakers(Optional::empty);
  }

  /** Loads a speaker model; MISCONFIGURED when it can't be. */
  static Pointer load(Path folder) {
    Pointer model = VoskLibrary.vosk_spk_model_new(folder.toString());
    if (model == null) {
      throw EarshotException.misconfigured(
          "The speaker model in %s can't be loaded: install it again, or remove it"
              .formatted(folder));
    }
    return model;
  }

  /** With a speech model's ears; empty when no speaker model is installed. */
  Optional<VoiceVectors> with(Supplier<Pointer> speechModel) {
    return loaded().map(speakers -> (samples, words) -> of(samples, words, speechModel));
  }

  private synchronized Optional<Pointer> loaded() {
    if (model.isEmpty() && !closed) {
      model = folder.get().map(VoskSpeakers::load);
    }
    return model;
  }

  /**
   * The speaker model hears the frames that the recognizer takes for words. "[unk]" counts as noise
   * there, so the recognizer gets to know the words themselves; these and no others, which leaves
   * it little to search. A new one for each stretch, or what it heard before would count.
   */
  private Optional<VoiceVector> of(
      float[] samples, List<String> words, Supplier<Pointer> speechModel) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String known = JsonNodeFactory.instance.arrayNode().add(String.join(" ", words)).toString();
    Pointer recognizer = VoskLibrary.vosk_recognizer_new_grm(speechModel.get(), SAMPLE_RATE, known);
    if (recognizer == null) {
      throw new EarshotException(
          ErrorKind.EXHAUSTED, "The engine gave no recognizer: use fewer, or more memory");
    }
    try {
      lendTo(recognizer);
      int heard =
          VoskLibrary.vosk_recognizer_accept_waveform_f(recognizer, samples, samples.length);
      return heard < 0
          ? Optional.empty()
          : VoskResults.voice(VoskLibrary.vosk_recognizer_final_result(recognizer));
    } finally {
      VoskLibrary.vosk_recognizer_free(recognizer);
    }
  }

  // The recognizer counts as a user from then on, so that closing frees nothing it needs.
  private synchronized void lendTo(Pointer recognizer) {
    Pointer speakers =
        model.orElseThrow(() -> EarshotException.unavailable("Speech recognition is closed", null));
    VoskLibrary.vosk_recognizer_set_spk_model(recognizer, speakers);
  }

  @Override
  public synchronized void close() {
    closed = true;
    model.ifPresent(VoskLibrary::vosk_spk_model_free);
    model = Optional.empty();
  }
}
