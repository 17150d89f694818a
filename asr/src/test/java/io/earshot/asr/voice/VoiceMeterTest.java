package io.earshot.asr.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceMeterTest {

  @ParameterizedTest
  @ValueSource(doubles = {65, 80, 100, 120, 150, 180, 200, 220, 260, 300, 350, 400, 440})
  void findsThePitchWithoutTheFundamental(double hertz) {
    for (double formantHz : new double[] {400, 600, 800, 1100}) {
      VoiceFrames frames = measured(TelephoneVoice.voiced(1, t -> hertz, formantHz, 8000));
      assertThat(shareWithin(frames, 5, 95, frame -> hertz))
          .as("%.0f Hz under a formant at %.0f Hz", hertz, formantHz)
          .isGreaterThan(0.97);
    }
  }

  @Test
  void staysWithThePitchInNoise() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      double hertz = 75 + random.nextInt(225);
      double formantHz = 350 + random.nextInt(700);
      float[] voice = TelephoneVoice.voiced(1, t -> hertz, formantHz, 8000);
      float[] noisy = TelephoneVoice.sum(voice, TelephoneVoice.noise(1, 2000, seed));
      assertThat(shareWithin(measured(noisy), 5, 95, frame -> hertz))
          .as("seed %d, %.0f Hz", seed, hertz)
          .isGreaterThan(0.9);
    }
  }

  @Test
  void followsGlides() {
    VoiceFrames frames = measured(TelephoneVoice.voiced(1, t -> 100 * Math.pow(2, t), 600, 8000));
    assertThat(shareWithin(frames, 5, 95, frame -> 100 * Math.pow(2, (frame + 0.5) / 100)))
        .isGreaterThan(0.97);
  }

  @Test
  void isNotFooledByAStrongSecondHarmonic() {
    // The resonance lies on the second harmonic: the octave above is the trap.
    for (double hertz = 150; hertz <= 300; hertz += 25) {
      double trap = hertz;
      VoiceFrames frames = measured(TelephoneVoice.voiced(1, t -> trap, 2 * trap, 8000));
      assertThat(shareWithin(frames, 5, 95, frame -> trap))
          .as("%.0f Hz", hertz)
          .isGreaterThan(0.95);
    }
  }

  @Test
  void callsNoiseUnvoiced() {
    for (int seed = 0; seed < 10; seed++) {
      VoiceFrames frames = measured(TelephoneVoice.noise(2, 8000, seed));
      assertThat(voicedShare(frames, 0, frames.count())).as("seed %d", seed).isLessThan(0.05);
    }
  }

  @Test
  void callsSilenceUnvoicedAndVeryQuiet() {
    VoiceFrames frames = VoiceMeter.measure(new float[16_000]);
    assertThat(frames.count()).isEqualTo(100);
    assertThat(voicedShare(frames, 0, 100)).isZero();
    assertThat(frames.levelDbfs(50)).isLessThan(-90);
    assertThat(frames.tiltDb(50)).isZero();
  }

  @Test
  void tellsLevelsApart() {
    float[] loud = TelephoneVoice.voiced(1, t -> 140, 600, 16_000);
    float[] soft = TelephoneVoice.voiced(1, t -> 140, 600, 1600);
    VoiceFrames frames = measured(TelephoneVoice.join(loud, soft));
    assertThat(frames.levelDbfs(50) - frames.levelDbfs(150)).isCloseTo(20, within(1.0));
    assertThat(frames.pitchHz(150)).isCloseTo(140, within(3.0));
  }

  @Test
  void measuresFullScaleAsRootMeanSquare() {
    float[] sine = new float[16_000];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) (32_767 * Math.sin(2 * Math.PI * 500 * i / 16_000));
    }
    assertThat(VoiceMeter.measure(sine).levelDbfs(50)).isCloseTo(-3, within(0.5));
  }

  @Test
  void hearsEffortAsTilt() {
    VoiceFrames dark = measured(TelephoneVoice.voiced(1, t -> 140, 400, 8000));
    VoiceFrames bright = measured(TelephoneVoice.voiced(1, t -> 140, 1800, 8000));
    assertThat(bright.tiltDb(50)).isGreaterThan(dark.tiltDb(50) + 6);
  }

  @Test
  void takesAnySamples() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      float[] samples = new float[random.nextInt(8000)];
      int kind = random.nextInt(3);
      for (int i = 0; i < samples.length; i++) {
        samples[i] =
            switch (kind) {
              case 0 -> random.nextBoolean() ? 32_767 : -32_768;
              case 1 -> random.nextInt(2000) == 0 ? 32_767 : 0;
              default -> 32_767;
            };
      }
      VoiceFrames frames = VoiceMeter.measure(samples);
      assertThat(frames.count()).isEqualTo(samples.length / 160);
      for (int frame = 0; frame < frames.count(); frame++) {
        assertThat(frames.levelDbfs(frame)).isBetween(-127.5, 0.5);
        assertThat(frames.pitchHz(frame)).isBetween(0.0, 450.0);
      }
    }
  }

  @Test
  void givesTheSameFiguresAgain() {
    float[] sound = TelephoneVoice.received(TelephoneVoice.voiced(1, t -> 180, 700, 8000));
    VoiceFrames first = VoiceMeter.measure(sound);
    VoiceFrames second = VoiceMeter.measure(sound.clone());
    assertThat(pitches(second)).containsExactly(pitches(first));
  }

  private interface Expected {
    double hertz(int frame);
  }

  private static VoiceFrames measured(float[] sound) {
    return VoiceMeter.measure(TelephoneVoice.received(sound));
  }

  /** Share of frames whose pitch is less than half a semitone off. */
  private static double shareWithin(VoiceFrames frames, int from, int to, Expected expected) {
    return IntStream.range(from, to)
            .filter(
                frame -> {
                  double ratio = frames.pitchHz(frame) / expected.hertz(frame);
                  return ratio > 0.97 && ratio < 1.03;
                })
            .count()
        / (double) (to - from);
  }

  private static double voicedShare(VoiceFrames frames, int from, int to) {
    return IntStream.range(from, to).filter(frame -> frames.pitchHz(frame) > 0).count()
        / (double) (to - from);
  }

  private static double[] pitches(VoiceFrames frames) {
    double[] pitches = new double[frames.count()];
    Arrays.setAll(pitches, frames::pitchHz);
    return pitches;
  }
}
