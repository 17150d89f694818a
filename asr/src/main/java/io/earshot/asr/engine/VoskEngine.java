package io.earshot.asr.engine;

import com.sun.jna.Pointer;
import io.earshot.conversation.EarshotException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A Vosk model in memory. */
public final class VoskEngine implements SpeechEngine {
  // Large models come with one finished graph; only graphs in two parts can be made smaller.
  private static final String DYNAMIC_GRAPH = "graph/HCLr.fst";

  private final AtomicReference<Pointer> model;
  private final boolean dynamic;
  private final VoskSpeakers speakers;

  private VoskEngine(Pointer model, boolean dynamic, VoskSpeakers speakers) {
    this.model = new AtomicReference<>(model);
    this.dynamic = dynamic;
    this.speakers = speakers;
  }

  /**
   * Loads a model, which takes about a second for a small one.
   *
   * @throws EarshotException of kind MISCONFIGURED when the folder can't be loaded
   */
  public static VoskEngine load(Path folder) {
    return load(folder, VoskSpeakers.none());
  }

  /**
   * The same for one that tells voices by a speaker model.
   *
   * @param speakers stays the caller's
   */
  public static VoskEngine load(Path folder, VoskSpeakers speakers) {
    Pointer model = VoskLibrary.vosk_model_new(folder.toString());
    if (model == null) {
      throw EarshotException.misconfigured(
          "The speech model in %s can't be loaded: install it again".formatted(folder));
    }
    return new VoskEngine(model, Files.exists(folder.resolve(DYNAMIC_GRAPH)), speakers);
  }

  /**
   * Loads a speaker model and frees it again, to see whether it can be loaded.
   *
   * @throws EarshotException of kind MISCONFIGURED when it can't
   */
  public static void trySpeakers(Path folder) {
    VoskLibrary.vosk_spk_model_free(VoskSpeakers.load(folder));
  }

  @Override
  public Recognizer newRecognizer() {
    return VoskRecognizer.of(loaded());
  }

  @Override
  public Recognizer newRecognizer(List<String> words) {
    return dynamic ? VoskRecognizer.of(loaded(), words) : new DeafRecognizer();
  }

  @Override
  public Optional<VoiceVectors> voices() {
    return dynamic ? speakers.with(this::loaded) : Optional.empty();
  }

  private Pointer loaded() {
    Pointer loaded = model.get();
    if (loaded == null) {
      throw new IllegalStateException("The speech model is closed");
    }
    return loaded;
  }

  @Override
  public void close() {
    // Freeing twice would free freed memory.
    Pointer loaded = model.getAndSet(null);
    if (loaded != null) {
      VoskLibrary.vosk_model_free(loaded);
    }
  }
}
