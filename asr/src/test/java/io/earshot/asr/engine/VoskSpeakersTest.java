package io.earshot.asr.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.model.ModelChoice;
import io.earshot.asr.model.ModelLibrary;
import io.earshot.asr.model.ModelTrial;
import io.earshot.asr.model.SpeechModels;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine with the real English model and a speaker model made by hand. */
class VoskSpeakersTest {
  private static final int RATE = 16_000;

  @TempDir Path folder;

  private static VoskEngine engine(VoskSpeakers speakers) {
    SpeechModels models =
        new SpeechModels(Path.of("target", "models"), Path.of("target", "installed"));
    return VoskEngine.load(models.ready(new ModelChoice(models, Map.of()).of("en")), speakers);
  }

  @Test
  void givesTheSameVectorOfTheSameWords() throws IOException {
    float[] clip = clip();
    Path source = StatisticsModel.in(folder.resolve("vosk-model-spk-tiny"));
    try (VoskSpeakers speakers = new VoskSpeakers(() -> Optional.of(tuned(source)));
        VoskEngine engine = engine(speakers)) {
      List<String> said = said(engine, clip);
      VoiceVectors voices = engine.voices().orElseThrow();
      VoiceVector vector = voices.of(clip, said).orElseThrow();
      assertThat(vector.size()).isEqualTo(StatisticsModel.SIZE);
      voices.of(Arrays.copyOf(clip, 2 * RATE), said);
      VoiceVector again = voices.of(clip, said).orElseThrow();
      for (int d = 0; d < vector.size(); d++) {
        assertThat(again.at(d)).as("whatever was heard before").isEqualTo(vector.at(d));
      }
    }
  }

  @Test
  void givesNoneWithoutWords() throws IOException {
    float[] clip = clip();
    Path source = StatisticsModel.in(folder.resolve("vosk-model-spk-tiny"));
    try (VoskSpeakers speakers = new VoskSpeakers(() -> Optional.of(source));
        VoskEngine engine = engine(speakers)) {
      List<String> said = said(engine, clip);
      VoiceVectors voices = engine.voices().orElseThrow();
      assertThat(voices.of(clip, List.of())).isEmpty();
      assertThat(voices.of(clip, List.of(SpeechEngine.OTHER_WORD))).isEmpty();
      assertThat(voices.of(new float[2 * RATE], said)).isEmpty();
      assertThat(voices.of(Arrays.copyOf(clip, RATE / 2), said)).isEmpty();
      assertThat(voices.of(new float[0], said)).isEmpty();
    }
  }

  @Test
  void hasNoneWithoutAModel() throws IOException {
    try (VoskEngine engine = engine(VoskSpeakers.none())) {
      assertThat(engine.voices()).isEmpty();
    }
    Path broken = StatisticsModel.in(folder.resolve("broken"));
    Files.writeString(broken.resolve("mean.vec"), "no vector");
    try (VoskSpeakers speakers = new VoskSpeakers(() -> Optional.of(broken));
        VoskEngine engine = engine(speakers)) {
      assertThatThrownBy(engine::voices)
          .isInstanceOf(EarshotException.class)
          .hasMessageContaining("install it again");
    }
  }

  private static List<String> said(VoskEngine engine, float[] clip) {
    try (Recognizer recognizer = engine.newRecognizer()) {
      return recognizer.recognize(clip).stream().map(HeardWord::text).toList();
    }
  }

  /** As the library's models are. */
  private Path tuned(Path source) {
    SpeechModels models = new SpeechModels(folder, folder.resolve("installed"));
    models
        .library()
        .install(
            new ModelLibrary.Arrival(source, "vosk-model-spk-tiny", Optional.empty(), "x"),
            (model, kind, language) -> new ModelTrial.Result(0, false));
    return models.readySpeakers().orElseThrow();
  }

  private static float[] clip() throws IOException {
    try (InputStream in = SpeechModels.class.getResourceAsStream("clip-en.pcm")) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] samples = new float[bytes.remaining() / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = bytes.getShort();
      }
      return samples;
    }
  }
}
