package io.earshot.asr.model;

import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.engine.VoskEngine;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * The process in which a model is tried: loads it, hears a clip, silence and noise, prints one line
 * of JSON. Whatever is wrong with the model ends this process and no other.
 */
final class TrialProgram {
  private static final int RATE = 16_000;
  private static final int NOISE = 500;

  private TrialProgram() {}

  /** Takes the model's folder, its kind and its language. */
  public static void main(String[] arguments) throws IOException {
    try {
      System.out.println(json(tried(Path.of(arguments[0]), arguments[1], arguments[2])));
    } catch (EarshotException e) {
      System.err.println(e.getMessage());
      Runtime.getRuntime().halt(1);
    }
  }

  private static ModelTrial.Result tried(Path folder, String kind, String language)
      throws IOException {
    if (kind.equals(ModelKind.SPEAKER.code())) {
      VoskEngine.trySpeakers(folder);
      return new ModelTrial.Result(0, false);
    }
    Optional<float[]> clip = clip(language);
    try (SpeechEngine engine = VoskEngine.load(folder);
        Recognizer recognizer = engine.newRecognizer()) {
      recognizer.recognize(noise());
      recognizer.recognize(new float[RATE]);
      return new ModelTrial.Result(
          recognizer.recognize(clip.orElse(noise())).size(), clip.isPresent());
    }
  }

  private static String json(ModelTrial.Result result) {
    return "{\"words\":%d,\"clip\":%b}".formatted(result.words(), result.clip());
  }

  /** A few words in a language: 16-bit samples at 16 kHz, made by asr/make-clips.sh. */
  private static Optional<float[]> clip(String language) throws IOException {
    try (InputStream in =
        TrialProgram.class.getResourceAsStream("clip-%s.pcm".formatted(language))) {
      if (in == null) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] samples = new float[bytes.remaining() / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = bytes.getShort();
      }
      return Optional.of(samples);
    }
  }

  private static float[] noise() {
    Random random = new Random(1);
    float[] samples = new float[RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (NOISE * random.nextGaussian());
    }
    return samples;
  }
}
