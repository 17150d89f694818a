package io.earshot.asr.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.redaction.RedactedRecording;
import io.earshot.asr.redaction.Silence;
import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.AudioInfo;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.asr.sound.WavFile;
import io.earshot.conversation.Peaks;
import io.earshot.testkit.GeneratedAudio;
import io.earshot.testkit.SampleFormat;
import io.earshot.testkit.Track;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @Test
  void drawsSilenceAsNothingAndFullScaleAsAll() {
    Track track = Track.at(8000).silence(SECOND).tone(440, SECOND, 1).tone(440, SECOND, 0.5);
    byte[] peaks = peaks(SampleFormat.PCM16, track).tracks().get(0);
    assertThat(peaks).hasSize(150);
    assertThat(slice(peaks, 0, 50)).containsOnly(0);
    assertThat(slice(peaks, 50, 100)).allMatch(value -> value >= 254);
    assertThat(slice(peaks, 100, 150)).allMatch(value -> value >= 127 && value <= 128);
  }

  @Test
  void showsTheFaintestSound() {
    byte[] peaks =
        peaks(SampleFormat.PCM16, Track.at(8000).tone(440, SECOND, 0.0001)).tracks().get(0);
    assertThat(slice(peaks, 0, 50)).containsOnly(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {8000, 11_025, 16_000, 44_100, 48_000})
  void keepsTimeAtAnyRate(int rate) {
    Duration length = Duration.ofMillis(61_010);
    Track track =
        Track.at(rate).silence(Duration.ofSeconds(61)).tone(440, Duration.ofMillis(10), 1);
    Peaks peaks = peaks(SampleFormat.PCM16, track);
    assertThat(peaks.durationMs()).isBetween(length.toMillis() - 1, length.toMillis());
    assertThat(peaks.stretchMs()).isEqualTo(20);
    byte[] values = peaks.tracks().get(0);
    assertThat(values).hasSize(3051);
    assertThat(slice(values, 0, 3050)).containsOnly(0);
    assertThat(values[3050]).isNotZero();
  }

  @Test
  void putsTheFilesOfTwoPartiesOnOneClock() {
    Path agent = write("a.wav", SampleFormat.MU_LAW, Track.at(8000).tone(440, SECOND, 0.5));
    Path customer =
        write("b.wav", SampleFormat.PCM16, Track.at(16_000).silence(SECOND).tone(440, SECOND, 0.5));
    Playback playback = Playback.of(List.of(agent, customer), decoder());
    assertThat(playback.peaks().tracks()).hasSize(2);
    assertThat(slice(playback.peaks().tracks().get(0), 60, 100)).containsOnly(0);
    assertThat(slice(playback.peaks().tracks().get(1), 55, 95)).allMatch(value -> value > 100);
    AudioInfo copy = AudioFile.probe(copy(playback));
    assertThat(copy).isEqualTo(new AudioInfo(2, 16_000, 2000, "pcm_s16le"));
  }

  @ParameterizedTest
  @EnumSource
  void copiesWhatPlayersCannotPlay(SampleFormat format) {
    Path file = write("a.wav", format, Track.at(8000).tone(440, SECOND, 0.5));
    assertThat(Playback.plays(List.of(file))).isEqualTo(format == SampleFormat.PCM16);
    Playback playback = Playback.of(List.of(file), decoder());
    Path copy = copy(playback);
    assertThat(Playback.plays(List.of(copy))).isTrue();
    assertThat(Playback.of(List.of(copy), decoder()).peaks().tracks().get(0))
        .isEqualTo(playback.peaks().tracks().get(0));
  }

  @Test
  void trustsNoPlayerWithAnOpenHeader() {
    Path file =
        new WavFile().declaring(0xffffffffL).samples(new short[800]).write(folder.resolve("a.wav"));
    assertThat(Playback.plays(List.of(file))).isFalse();
    assertThat(Playback.plays(List.of(copy(Playback.of(List.of(file), decoder()))))).isTrue();
    assertThat(Playback.plays(List.of(file, file))).isFalse();
  }

  @Test
  void showsNothingOfWhatWasRedacted() throws IOException {
    Path file =
        write(
            "a.wav",
            SampleFormat.PCM16,
            Track.at(8000).tone(440, Duration.ofSeconds(5), 0.5),
            Track.at(8000).noise(Duration.ofSeconds(5), 0.3, 1));
    Path redacted = folder.resolve("redacted.wav");
    try (OutputStream out = Files.newOutputStream(redacted)) {
      RedactedRecording.write(List.of(file), List.of(new Silence(0, 2000, 3000)), out, decoder());
    }
    Peaks peaks = Playback.of(List.of(redacted), decoder()).peaks();
    assertThat(slice(peaks.tracks().get(0), 100, 150)).containsOnly(0);
    assertThat(slice(peaks.tracks().get(0), 0, 90)).allMatch(value -> value > 100);
    assertThat(slice(peaks.tracks().get(1), 0, 250)).allMatch(value -> value > 0);
  }

  private Peaks peaks(SampleFormat format, Track track) {
    return Playback.of(List.of(write("any.wav", format, track)), decoder()).peaks();
  }

  private Path write(String name, SampleFormat format, Track... tracks) {
    return GeneratedAudio.write(folder.resolve(name), format, tracks);
  }

  private Path copy(Playback playback) {
    Path copy = folder.resolve("copy.wav");
    try (OutputStream out = Files.newOutputStream(copy)) {
      playback.write(out);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Integer> slice(byte[] values, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> values[i] & 0xff).toList();
  }

  private static MediaDecoder decoder() {
    return new MediaDecoder(Path.of("target", "decoder"), DecodeLimits.defaults());
  }
}
