package io.earshot.asr.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the engine's results, which are JSON texts. */
final class VoskResults {
  private static final ObjectMapper JSON = new ObjectMapper();

  // A second of speech, in frames of 10 ms: less is no sample of a voice.
  private static final int LEAST_VOICE_FRAMES = 100;
  private static final int LONGEST_VECTOR = 1 << 12;

  private VoskResults() {}

  /**
   * The words of {@code {"result":[{"word","start","end","conf"}]}}; none when nothing was said.
   *
   * @param zeroSeconds where these samples begin on the engine's clock
   */
  static List<HeardWord> words(String json, double zeroSeconds) {
    return words(parse(json), zeroSeconds);
  }

  /** The same for each of {@code {"alternatives":[...]}}; those without words are left out. */
  static List<List<HeardWord>> hypotheses(String json, double zeroSeconds) {
    List<List<HeardWord>> hypotheses = new ArrayList<>();
    for (JsonNode hypothesis : parse(json).path("alternatives")) {
      List<HeardWord> words = words(hypothesis, zeroSeconds);
      if (!words.isEmpty()) {
        hypotheses.add(words);
      }
    }
    return hypotheses;
  }

  /** The vector of {@code {"spk":[...],"spk_frames":300}}; empty without enough speech. */
  static Optional<VoiceVector> voice(String json) {
    JsonNode result = parse(json);
    JsonNode values = result.path("spk");
    if (result.path("spk_frames").asInt() < LEAST_VOICE_FRAMES || values.size() > LONGEST_VECTOR) {
      return Optional.empty();
    }
    double[] vector = new double[values.size()];
    for (int i = 0; i < vector.length; i++) {
      // What is no number makes the whole no vector.
      vector[i] = values.get(i).isNumber() ? values.get(i).asDouble() : Double.NaN;
    }
    return VoiceVector.of(vector);
  }

  private static List<HeardWord> words(JsonNode result, double zeroSeconds) {
    List<HeardWord> words = new ArrayList<>();
    for (JsonNode word : result.path("result")) {
      String text = word.path("word").asText().strip();
      double start = Math.max(0, word.path("start").asDouble() - zeroSeconds);
      double end = Math.max(start, word.path("end").asDouble() - zeroSeconds);
      if (!text.isEmpty()) {
        double confidence = Math.max(0, Math.min(1, word.path("conf").asDouble()));
        words.add(new HeardWord(text, start, end, confidence));
      }
    }
    return words;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json == null ? "{}" : json);
    } catch (JsonProcessingException e) {
      // The cause would show the text, so only its place is told.
      throw new EarshotException(
          ErrorKind.BUG,
          "The engine's result can't be read at %s".formatted(e.getLocation().offsetDescription()));
    }
  }
}
