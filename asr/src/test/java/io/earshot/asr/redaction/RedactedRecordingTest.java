package io.earshot.asr.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.AudioInfo;
import io.earshot.asr.sound.AudioReader;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.asr.sound.WavFile;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactedRecordingTest {
  private static final int RATE = 8000;
  // A millisecond more or less is rounding.
  private static final int MOST_MS_AROUND = 100;

  @TempDir Path folder;

  @Test
  void silencesAWordAndLittleElse() throws IOException {
    float[] track = Talk.of(5, RATE, 12_000, 1);
    float[][] result = written(List.of(file("a.wav", track)), List.of(new Silence(0, 2000, 2400)));
    assertSilent(result[0], 2000, 2400);
    assertSame(result[0], track, 0, 2000 - MOST_MS_AROUND);
    assertSame(result[0], track, 2400 + MOST_MS_AROUND, 5000);
  }

  @Test
  void takesSilencesAtTheBordersAndOverEachOther() throws IOException {
    float[] track = Talk.of(3, RATE, 12_000, 2);
    List<Silence> silences =
        List.of(
            new Silence(0, 2800, 9000),
            new Silence(0, 1000, 1400),
            new Silence(0, 0, 120),
            new Silence(0, 1200, 1500),
            new Silence(0, 1520, 1520));
    float[][] result = written(List.of(file("a.wav", track)), silences);
    assertSilent(result[0], 0, 120);
    assertSilent(result[0], 1000, 1520);
    assertSilent(result[0], 2800, 3000);
    assertSame(result[0], track, 120 + MOST_MS_AROUND, 1000 - MOST_MS_AROUND);
    assertThat(result[0]).hasSize(3 * RATE);
  }

  @Test
  void leavesTheOtherPartyAlone() throws IOException {
    for (int seed = 0; seed < 8; seed++) {
      float[] one = Talk.of(6, RATE, 12_000, seed);
      float[] other = Talk.of(6, RATE, 12_000, 100 + seed);
      Path call = file("call.wav", one, other);
      float[][] result = written(List.of(call), List.of(new Silence(0, 3000, 3500)));
      assertSilent(result[0], 3000, 3500);
      assertSame(result[1], other, 0, 6000);
    }
  }

  @Test
  void silencesTheEchoWhereItIsHeard() throws IOException {
    for (int delayMs : new int[] {0, 30, 180, 450}) {
      float[] one = Talk.of(6, RATE, 12_000, 3);
      float[] other = new float[one.length];
      Talk.noise(other, 3, 4);
      Talk.leak(one, other, delayMs * RATE / 1000, -26);
      float[] before = other.clone();
      float[][] result =
          written(List.of(file("call.wav", one, other)), List.of(new Silence(0, 3000, 3500)));
      assertSilent(result[0], 3000, 3500);
      assertSilent(result[1], 3000 + delayMs, 3500 + delayMs);
      assertSame(result[1], before, 0, 3000 + delayMs - MOST_MS_AROUND);
      assertSame(result[1], before, 3500 + delayMs + MOST_MS_AROUND + 30, 6000);
    }
  }

  @Test
  void silencesEqualChannelsAlike() throws IOException {
    float[] mixed = Talk.of(4, RATE, 12_000, 5);
    float[][] result =
        written(List.of(file("call.wav", mixed, mixed)), List.of(new Silence(0, 1000, 1300)));
    assertSilent(result[1], 1000, 1300);
    assertSame(result[1], mixed, 0, 900);
    assertSame(result[1], mixed, 1430, 4000);
  }

  @Test
  void putsEightChannelsAndSeveralFilesOnOneClock() throws IOException {
    float[][] tracks = new float[8][];
    for (int i = 0; i < 8; i++) {
      tracks[i] = Talk.of(3, RATE, 9000, 20 + i);
    }
    float[] shorter = Talk.of(2, RATE, 9000, 40);
    List<Path> media = List.of(file("eight.wav", tracks), file("ninth.wav", shorter));
    float[][] result =
        written(media, List.of(new Silence(7, 500, 900), new Silence(8, 1500, 1800)));
    assertThat(result).hasDimensions(9, 3 * RATE);
    assertSilent(result[7], 500, 900);
    assertSilent(result[8], 1500, 1800);
    assertSilent(result[8], 2000, 3000);
    assertSame(result[8], shorter, 0, 1400);
    assertSame(result[0], tracks[0], 0, 3000);
  }

  @Test
  void raisesSlowerFilesToTheRateOfTheQuickest() throws IOException {
    float[] slow = Talk.of(2, 8000, 9000, 1);
    float[] quick = Talk.of(2, 16_000, 9000, 2);
    Path first = file("slow.wav", slow);
    Path second =
        new WavFile().channels(1, 16_000).samples(shorts(quick)).write(folder.resolve("q.wav"));
    Path out = folder.resolve("out.wav");
    try (OutputStream wav = Files.newOutputStream(out)) {
      RedactedRecording.write(
          List.of(first, second), List.of(new Silence(0, 500, 800)), wav, decoder());
    }
    AudioInfo info = AudioFile.probe(out);
    assertThat(info.sampleRate()).isEqualTo(16_000);
    assertThat(info.channels()).isEqualTo(2);
    assertThat(info.durationMs()).isEqualTo(2000);
  }

  @Test
  void keepsItsPromiseForAnySilences() throws IOException {
    float[] track = Talk.of(4, RATE, 12_000, 9);
    Path file = file("a.wav", track);
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      List<Silence> silences = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        long start = random.nextInt(4200);
        silences.add(new Silence(0, start, start + random.nextInt(700)));
      }
      float[] result = written(List.of(file), silences)[0];
      boolean[] near = new boolean[4000];
      for (Silence silence : silences) {
        assertSilent(result, silence.startMs(), Math.min(4000, silence.endMs()));
        int from = (int) Math.max(0, silence.startMs() - MOST_MS_AROUND);
        int to = (int) Math.min(4000, silence.endMs() + MOST_MS_AROUND);
        Arrays.fill(near, Math.min(from, to), to, true);
      }
      for (int ms = 0; ms < 4000; ms++) {
        if (!near[ms]) {
          assertSame(result, track, ms, ms + 1);
        }
      }
    }
  }

  @Test
  void refusesTracksThatAreNotThere() {
    Path file = file("a.wav", Talk.of(1, RATE, 9000, 1));
    assertThatThrownBy(() -> written(List.of(file), List.of(new Silence(1, 0, 100))))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("Track 1");
  }

  @Test
  void tellsOfAFullDisk() {
    Path file = file("a.wav", Talk.of(1, RATE, 9000, 1));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> RedactedRecording.write(List.of(file), List.of(), full, decoder()))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("free disk");
  }

  private float[][] written(List<Path> media, List<Silence> silences) throws IOException {
    Path out = folder.resolve("out.wav");
    try (OutputStream wav = Files.newOutputStream(out)) {
      RedactedRecording.write(media, silences, wav, decoder());
    }
    try (AudioReader reader = AudioFile.open(out, decoder())) {
      float[][] all = new float[reader.info().channels()][0];
      float[][] block = new float[all.length][1000];
      for (int got = reader.read(block); got >= 0; got = reader.read(block)) {
        for (int channel = 0; channel < all.length; channel++) {
          int before = all[channel].length;
          all[channel] = Arrays.copyOf(all[channel], before + got);
          System.arraycopy(block[channel], 0, all[channel], before, got);
        }
      }
      return all;
    }
  }

  private MediaDecoder decoder() {
    return new MediaDecoder(folder.resolve("cache"), DecodeLimits.defaults());
  }

  private Path file(String name, float[]... tracks) {
    short[] interleaved = new short[tracks.length * tracks[0].length];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = (short) Math.round(tracks[i % tracks.length][i / tracks.length]);
    }
    return new WavFile()
        .channels(tracks.length, RATE)
        .samples(interleaved)
        .write(folder.resolve(name));
  }

  private static short[] shorts(float[] track) {
    short[] samples = new short[track.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(track[i]);
    }
    return samples;
  }

  private static void assertSilent(float[] track, long fromMs, long toMs) {
    for (long i = fromMs * RATE / 1000; i < Math.min(track.length, toMs * RATE / 1000); i++) {
      if (track[(int) i] != 0) {
        throw new AssertionError("heard at %d ms".formatted(i * 1000 / RATE));
      }
    }
  }

  private static void assertSame(float[] track, float[] expected, long fromMs, long toMs) {
    for (int i = (int) (fromMs * RATE / 1000); i < toMs * RATE / 1000; i++) {
      if (track[i] != Math.round(expected[i])) {
        throw new AssertionError("changed at %d ms".formatted(i * 1000L / RATE));
      }
    }
  }
}
