package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.engine.DeafRecognizer;
import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.engine.VoiceVector;
import io.earshot.asr.engine.VoiceVectors;
import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.sound.WavFile;
import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When a speaker model is asked about a call, and what comes of it; the engine hears a word in any
 * noise.
 */
class VoicesOfCallsTest {
  private static final int RATE = 8000;
  private static final int BEEPS = 16;
  private static final double LONG_SECONDS = 1.5;
  private static final double SHORT_SECONDS = 1.2;

  @TempDir Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private SpeechModels models;

  @BeforeEach
  void bundle() throws IOException {
    Path bundled = Files.createDirectories(folder.resolve("bundled"));
    Files.writeString(bundled.resolve("beeps.zip"), "never opened");
    models = new SpeechModels(bundled, folder.resolve("installed"));
  }

  @Test
  void dividesOneTrackByTheirVectors() {
    Recording call = Recording.of(wav(1));
    assertThat(transcript(call, this::byLength).speakerSource())
        .isEqualTo(SpeakerSource.DIARIZATION);
    assertThat(transcript(call, this::byLength).turns()).hasSize(BEEPS);
    assertThat(asked).hasValue(2 * BEEPS);
  }

  @Test
  void changesNothingByGarbage() {
    Recording call = Recording.of(wav(1));
    Transcript without = transcript(call, new BeepEngine());
    Transcript with = transcript(call, (samples, words) -> VoiceVector.of(1, 2, 3));
    assertThat(with.turns()).isEqualTo(without.turns());
    assertThat(with.speakerConfidence()).isEqualTo(without.speakerConfidence());
    assertThat(with.speakerSource()).isEqualTo(without.speakerSource());
  }

  @Test
  void asksOnlyWhereOneTrackMayCarryBoth() {
    transcript(Recording.of(wav(2)), this::byLength);
    Path one = wav(1);
    transcript(new Recording(List.of(one), List.of(Speaker.AGENT), "en"), this::byLength);
    transcript(
        new Recording(List.of(one, wav(1)), List.of(Speaker.AGENT, Speaker.CUSTOMER), "en"),
        this::byLength);
    assertThat(asked).hasValue(0);
  }

  @Test
  void asksNobodyWhenTracksAreNotDivided() {
    SpeechSettings settings =
        SpeechSettings.from(Section.parse("diarization: {enabled: false}", "test"));
    try (Transcriber transcriber =
        VoskTranscriber.open(settings, models, model -> new Telling(this::byLength))) {
      transcriber.transcribe(Recording.of(wav(1)), Progress.NONE);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void saysThatTheSpeakerModelIsBroken() {
    VoiceVectors broken =
        (samples, words) -> {
          throw EarshotException.misconfigured("The speaker model can't be loaded");
        };
    assertThatThrownBy(() -> transcript(Recording.of(wav(1)), broken))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("speaker model");
  }

  private Optional<VoiceVector> byLength(float[] samples, List<String> words) {
    asked.incrementAndGet();
    double seconds = samples.length / 16_000.0;
    double[] values = new double[64];
    values[0] = 1;
    values[seconds > (LONG_SECONDS + SHORT_SECONDS) / 2 + 0.1 ? 1 : 2] = 1;
    values[3 + asked.get() % 61] = 1;
    return VoiceVector.of(values);
  }

  private Transcript transcript(Recording recording, VoiceVectors vectors) {
    return transcript(recording, new Telling(vectors));
  }

  private Transcript transcript(Recording recording, SpeechEngine engine) {
    try (Transcriber transcriber =
        VoskTranscriber.open(SpeechSettings.defaults(), models, model -> engine)) {
      return transcriber.transcribe(recording, Progress.NONE);
    }
  }

  /**
   * Noises of a second and more, all of one kind, every other longer; on a second channel the
   * others.
   */
  private Path wav(int channels) {
    Random random = new Random(1);
    short[] samples = new short[channels * (2 * BEEPS + 1) * RATE];
    for (int beep = 0; beep < BEEPS; beep++) {
      double seconds = beep % 2 == 0 ? LONG_SECONDS : SHORT_SECONDS;
      for (int i = 0; i < seconds * RATE; i++) {
        int at = (2 * beep + 1) * RATE + i;
        double noise = Math.max(-3, Math.min(3, random.nextGaussian()));
        samples[channels * at + beep % channels] = (short) (4000 * noise);
      }
    }
    return new WavFile()
        .channels(channels, RATE)
        .samples(samples)
        .write(folder.resolve(channels + ".wav"));
  }

  /** Hears beeps and has a speaker model. */
  private record Telling(VoiceVectors vectors) implements SpeechEngine {
    @Override
    public Recognizer newRecognizer() {
      return new BeepEngine().newRecognizer();
    }

    @Override
    public Recognizer newRecognizer(List<String> words) {
      return new DeafRecognizer();
    }

    @Override
    public Optional<VoiceVectors> voices() {
      return Optional.of(vectors);
    }

    @Override
    public void close() {}
  }
}
