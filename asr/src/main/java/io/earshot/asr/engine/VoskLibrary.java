package io.earshot.asr.engine;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.vosk.LibVosk;

/**
 * The native functions in use.
 *
 * <p>Bound here again, beside the library's own class, because that one returns a boolean where the
 * native function returns -1 for a failure.
 */
final class VoskLibrary {
  static {
    // Read once when JNA's classes load; without it other scripts than Latin come out garbled.
    System.setProperty("jna.encoding", "UTF-8");
    LibVosk.vosk_set_log_level(-1);
    // Exactly as that class does it, so that both get the one library: two copies of it in a
    // process
    // would free each other's memory.
    Native.register(VoskLibrary.class, "vosk");
  }

  private VoskLibrary() {}

  static native Pointer vosk_model_new(String path);

  static native void vosk_model_free(Pointer model);

  static native Pointer vosk_spk_model_new(String path);

  static native void vosk_spk_model_free(Pointer model);

  static native Pointer vosk_recognizer_new(Pointer model, float sampleRate);

  static native Pointer vosk_recognizer_new_grm(Pointer model, float sampleRate, String grammar);

  static native void vosk_recognizer_set_spk_model(Pointer recognizer, Pointer speakers);

  static native void vosk_recognizer_set_words(Pointer recognizer, int words);

  static native void vosk_recognizer_set_max_alternatives(Pointer recognizer, int most);

  static native int vosk_recognizer_accept_waveform_f(
      Pointer recognizer, float[] samples, int count);

  static native String vosk_recognizer_final_result(Pointer recognizer);

  static native void vosk_recognizer_free(Pointer recognizer);
}
