package io.earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads the files back with the JDK's own decoder, which knows all four formats. */
class GeneratedAudioTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(SampleFormat.class)
  void writesWhatAnotherDecoderReads(SampleFormat format) throws Exception {
    Track tone = Track.at(8000).tone(440, SECOND, 0.5);
    Track late = Track.at(8000).silence(SECOND).tone(1000, SECOND, 0.9);

    short[][] heard = decode(GeneratedAudio.write(file(), format, tone, late), 8000, 2);

    assertThat(heard[0]).hasSize(16_000);
    // 8-bit formats err by up to 1/256 of full scale, G.711 by up to 1/32 of the sample.
    int tolerance = format == SampleFormat.PCM16 ? 0 : 1024;
    for (int i = 0; i < 16_000; i++) {
      assertThat((int) heard[0][i]).isCloseTo(tone.sample(i), within(tolerance));
      assertThat((int) heard[1][i]).isCloseTo(late.sample(i), within(tolerance));
    }
  }

  @Test
  void repeatsARoundToAnyLength() throws Exception {
    Track round = Track.at(16000).speech(SECOND, 0.8, 7).silence(Duration.ofMillis(500));
    Path file = GeneratedAudio.writeRepeated(file(), 20, SampleFormat.MU_LAW, round);
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      assertThat(in.getFrameLength()).isEqualTo(20 * 24_000);
    }
  }

  @Test
  void keepsChunksEvenForOddLengths() throws Exception {
    Track odd = Track.at(1000).tone(100, Duration.ofMillis(333), 1);
    Path file = GeneratedAudio.write(file(), SampleFormat.A_LAW, odd);
    assertThat(Files.size(file) % 2).isZero();
    assertThat(decode(file, 1000, 1)[0]).hasSize(333);
  }

  @Test
  void givesTheSameForTheSameSeed() {
    Track one = Track.at(8000).speech(SECOND, 0.5, 3).noise(SECOND, 0.1, 4);
    Track same = Track.at(8000).speech(SECOND, 0.5, 3).noise(SECOND, 0.1, 4);
    Track other = Track.at(8000).speech(SECOND, 0.5, 5).noise(SECOND, 0.1, 6);
    assertThat(samples(one)).containsExactly(samples(same)).isNotEqualTo(samples(other));
  }

  @Test
  void mixesAndMeasures() {
    Track track = Track.at(8000).silence(SECOND.multipliedBy(2));
    Track noisy = track.mixedWith(Track.at(8000).noise(SECOND, 0.01, 1));
    assertThat(noisy.length()).isEqualTo(SECOND.multipliedBy(2));
    assertThat(noisy.sample(100)).isNotZero();
    assertThat(noisy.sample(8000 + 100)).isZero();
    Track otherRate = Track.at(16000);
    assertThatThrownBy(() -> track.mixedWith(otherRate))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void speechIsLoudInSyllablesAndQuietBetween() {
    Track speech = Track.at(8000).speech(SECOND.multipliedBy(10), 0.8, 11);
    int loud = 0;
    int quiet = 0;
    for (int frame = 0; frame < 1000; frame++) {
      double energy = 0;
      for (int i = 0; i < 80; i++) {
        energy += Math.pow(speech.sample(frame * 80 + i) / 32768.0, 2);
      }
      loud += energy / 80 > 0.001 ? 1 : 0;
      quiet += energy == 0 ? 1 : 0;
    }
    assertThat(loud).isBetween(500, 900);
    assertThat(quiet).isBetween(50, 300);
  }

  @Test
  void refusesWhatCannotBeWritten() {
    Track second = Track.at(48_000).silence(SECOND);
    assertThatThrownBy(
            () -> GeneratedAudio.writeRepeated(file(), 50_000, SampleFormat.PCM16, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4800000000");
    assertThatThrownBy(
            () -> GeneratedAudio.write(folder.resolve("no/a.wav"), SampleFormat.PCM16, second))
        .isInstanceOf(UncheckedIOException.class);
    Track otherRate = Track.at(8000).silence(SECOND);
    assertThatThrownBy(() -> GeneratedAudio.write(file(), SampleFormat.PCM16, second, otherRate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8000");
    assertThatThrownBy(() -> Track.at(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private Path file() {
    return folder.resolve("generated.wav");
  }

  private static short[] samples(Track track) {
    short[] samples = new short[track.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = track.sample(i);
    }
    return samples;
  }

  private static short[][] decode(Path file, int rate, int channels)
      throws IOException, UnsupportedAudioFileException {
    AudioFormat pcm =
        new AudioFormat(Encoding.PCM_SIGNED, rate, 16, channels, 2 * channels, rate, false);
    try (AudioInputStream in =
        AudioSystem.getAudioInputStream(pcm, AudioSystem.getAudioInputStream(file.toFile()))) {
      ByteBuffer data = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      short[][] samples = new short[channels][data.capacity() / 2 / channels];
      for (int i = 0; data.hasRemaining(); i++) {
        samples[i % channels][i / channels] = data.getShort();
      }
      return samples;
    }
  }
}
