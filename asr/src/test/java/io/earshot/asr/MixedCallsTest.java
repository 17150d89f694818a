package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.AudioReader;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.asr.sound.WavFile;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first minute and a half of a real call of two tracks, against the same on one. */
class MixedCallsTest {
  private static final Path CALLS = Path.of("../../shared/data/calls");
  private static final int RATE = 8000;
  private static final int SAMPLES = 90 * RATE;

  @TempDir Path folder;

  @Test
  void hearsOnOneTrackWhoSpokeOnTwo() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CALLS), "no calls beside the checkout");
    float[] agent = samples(CALLS.resolve("auto-repairs-40-agent.wav"));
    float[] caller = samples(CALLS.resolve("auto-repairs-40-caller.wav"));
    List<Path> apart = List.of(write("a.wav", agent), write("b.wav", caller));
    float[] sum = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      sum[i] = (agent[i] + caller[i]) / 2;
    }
    SpeechModels models =
        new SpeechModels(Path.of("target", "models"), Path.of("target", "installed"));
    try (Transcriber transcriber = VoskTranscriber.open(SpeechSettings.defaults(), models)) {
      List<Speaker> roles = List.of(Speaker.AGENT, Speaker.CUSTOMER);
      Transcript truth = transcriber.transcribe(new Recording(apart, roles, "en"), Progress.NONE);
      Transcript mixed =
          transcriber.transcribe(Recording.of(write("mixed.wav", sum)), Progress.NONE);
      assertThat(mixed.speakerSource()).isEqualTo(SpeakerSource.DIARIZATION);
      assertThat(mixed.speakerConfidence()).isGreaterThan(0.8);
      // 0.98 when this was written.
      assertThat(right(mixed, truth)).isGreaterThan(0.85);
    }
  }

  /** Four sentences of each; an agent with no more once came apart into two. */
  @Test
  void keepsTheVoicesOfAShortCallWhole() {
    Path call = Path.of("../samples/calls/repair-thanks.wav");
    SpeechModels models =
        new SpeechModels(Path.of("target", "models"), Path.of("target", "installed"));
    try (Transcriber transcriber = VoskTranscriber.open(SpeechSettings.defaults(), models)) {
      assertThat(transcriber.transcribe(Recording.of(call), Progress.NONE).turns())
          .extracting(Turn::speaker)
          .containsExactly(
              Speaker.AGENT,
              Speaker.CUSTOMER,
              Speaker.AGENT,
              Speaker.CUSTOMER,
              Speaker.AGENT,
              Speaker.CUSTOMER,
              Speaker.AGENT,
              Speaker.CUSTOMER);
    }
  }

  /** The share of words said by whom the other transcript hears at that time. */
  private static double right(Transcript heard, Transcript truth) {
    double right = 0;
    double all = 0;
    for (Turn turn : heard.turns()) {
      for (Word word : turn.words()) {
        List<Speaker> there =
            truth.turns().stream()
                .filter(other -> other.words().stream().anyMatch(said -> during(word, said)))
                .map(Turn::speaker)
                .distinct()
                .toList();
        if (there.size() == 1) {
          all++;
          right += there.get(0) == turn.speaker() ? 1 : 0;
        }
      }
    }
    assertThat(all).isGreaterThan(100);
    return right / all;
  }

  private static boolean during(Word word, Word said) {
    long middle = (word.startMs() + word.endMs()) / 2;
    return said.startMs() <= middle && middle < said.endMs();
  }

  private static float[] samples(Path file) {
    float[][] samples = new float[1][SAMPLES];
    float[][] block = new float[1][RATE];
    MediaDecoder decoder =
        new MediaDecoder(Path.of("target", "installed"), DecodeLimits.defaults());
    try (AudioReader reader = AudioFile.open(file, decoder)) {
      int at = 0;
      for (int got = reader.read(block); got >= 0 && at < SAMPLES; got = reader.read(block)) {
        System.arraycopy(block[0], 0, samples[0], at, Math.min(got, SAMPLES - at));
        at += got;
      }
    }
    return samples[0];
  }

  private Path write(String name, float[] samples) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (float sample : samples) {
      int value = Math.round(sample);
      bytes.write(value);
      bytes.write(value >> 8);
    }
    return new WavFile().data(bytes.toByteArray()).write(folder.resolve(name));
  }
}
