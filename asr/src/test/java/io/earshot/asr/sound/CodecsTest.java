package io.earshot.asr.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every codec that recorders write, each fixture made here. */
class CodecsTest {
  private static final Path CACHE = Path.of("target", "decoder");
  private static final double LEFT = 440;
  private static final double RIGHT = 700;

  @TempDir static Path folder;
  private static Encoder encoder;
  private static Path mono;
  private static Path stereo;
  private final MediaDecoder decoder = new MediaDecoder(CACHE, DecodeLimits.defaults());

  @BeforeAll
  static void makeTones() {
    encoder = new Encoder(CACHE);
    mono = new WavFile().samples(tones(1)).write(folder.resolve("mono.wav"));
    stereo = new WavFile().channels(2, 8000).samples(tones(2)).write(folder.resolve("stereo.wav"));
  }

  /** Two seconds, one frequency a channel. */
  private static short[] tones(int channels) {
    short[] samples = new short[2 * 8000 * channels];
    for (int i = 0; i < samples.length; i++) {
      double frequency = i % channels == 0 ? LEFT : RIGHT;
      double time = i / channels / 8000.0;
      samples[i] = (short) (8000 * Math.sin(2 * Math.PI * frequency * time));
    }
    return samples;
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "pcm-u8,     wav,  2, -c:a pcm_u8",
    "pcm-s16,    wav,  2, -c:a pcm_s16le",
    "pcm-s24,    wav,  2, -c:a pcm_s24le",
    "pcm-s32,    wav,  2, -c:a pcm_s32le",
    "float-32,   wav,  2, -c:a pcm_f32le",
    "float-64,   wav,  2, -c:a pcm_f64le",
    "a-law,      wav,  2, -c:a pcm_alaw",
    "mu-law,     wav,  2, -c:a pcm_mulaw",
    "rf64,       wav,  2, -c:a pcm_s16le -rf64 always",
    "wave64,     w64,  2, -c:a pcm_s16le",
    "ms-adpcm,   wav,  2, -c:a adpcm_ms",
    "ima-adpcm,  wav,  2, -c:a adpcm_ima_wav",
    "g726-wav,   wav,  1, -c:a g726 -b:a 32k",
    "g722-wav,   wav,  1, -c:a g722 -ar 16000",
    "mp3,        mp3,  2, -c:a libmp3lame -b:a 64k",
    "mp3-wav,    wav,  2, -c:a libmp3lame -b:a 64k",
    "aac,        aac,  2, -c:a aac -b:a 64k",
    "aac-mp4,    m4a,  2, -c:a aac -b:a 64k",
    "opus,       ogg,  2, -c:a libopus -b:a 48k",
    "opus-webm,  webm, 2, -c:a libopus -b:a 48k",
    "opus,       opus, 2, -c:a libopus -b:a 48k",
    "flac,       flac, 2, -c:a flac",
    "wma-1,      wma,  2, -c:a wmav1 -ar 16000 -b:a 64k",
    "wma-2,      wma,  2, -c:a wmav2 -ar 16000 -b:a 64k",
    "amr-nb,     amr,  1, -c:a libopencore_amrnb -b:a 12.2k",
    "amr-wb,     awb,  1, -c:a libvo_amrwbenc -ar 16000 -b:a 23.85k -f amr",
    "amr-3gp,    3gp,  1, -c:a libopencore_amrnb -b:a 12.2k",
    "speex,      spx,  1, -c:a libspeex",
    "sun-audio,  au,   2, -c:a pcm_mulaw",
    "aiff,       aiff, 2, -c:a pcm_s16be",
    "core-audio, caf,  2, -c:a pcm_s16be",
    "raw-a-law,  alaw, 1, -c:a pcm_alaw -f alaw",
    "raw-mu-law, ulaw, 1, -c:a pcm_mulaw -f mulaw",
    "raw-linear, sln,  1, -c:a pcm_s16le -f s16le",
    "raw-wide,   sln16,1, -c:a pcm_s16le -ar 16000 -f s16le",
    "raw-g722,   g722, 1, -c:a g722 -ar 16000 -f g722",
    "raw-g726,   g726, 1, -c:a g726 -b:a 32k -f g726",
    "raw-g726,   g726-40, 1, -c:a g726 -b:a 40k -f g726"
  })
  void hearsTheTones(String name, String ending, int channels, String arguments) {
    Path target = folder.resolve(name + "." + ending);
    encoder.encode(channels == 2 ? stereo : mono, target, arguments.split(" "));

    Hearing heard = Hearing.of(target, decoder, LEFT, RIGHT);

    assertThat(heard.info().channels()).isEqualTo(channels);
    assertThat(heard.seconds()).isCloseTo(2, within(0.2));
    for (int channel = 0; channel < channels; channel++) {
      assertThat(heard.loudness()[channel]).as("loudness").isBetween(3500.0, 7500.0);
      assertThat(heard.tones()[channel]).as("share of its tone").isGreaterThan(0.75);
    }
    AudioInfo probed = AudioFile.probe(target, decoder);
    assertThat(probed.channels()).isEqualTo(channels);
    assertThat(probed.sampleRate()).isEqualTo(heard.info().sampleRate());
  }

  /** A speech codec: a tone is not what it is for, but it must be heard. */
  @Test
  void hearsG7231() throws IOException {
    Path wav = folder.resolve("g723.wav");
    encoder.encode(mono, wav, "-c:a", "g723_1", "-b:a", "6.3k");
    byte[] bytes = Files.readAllBytes(wav);
    int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("data") + 8;
    Path raw =
        Files.write(folder.resolve("raw.g723"), Arrays.copyOfRange(bytes, data, bytes.length));

    for (Path file : List.of(wav, raw)) {
      Hearing heard = Hearing.of(file, decoder, LEFT);
      assertThat(heard.seconds()).isCloseTo(2, within(0.15));
      assertThat(heard.loudness()[0]).isGreaterThan(2000);
    }
  }

  /** Nothing here encodes these: frames made by hand, judged by length and by being no silence. */
  @Test
  void hearsFramesOfWhatCanOnlyBeDecoded() throws IOException {
    assertNoise("frames.gsm", Frames.gsm(100));
    assertNoise("frames.g729", Frames.g729(200));
    assertNoise("g729.wav", Frames.wav(0x83, 10, 80, Frames.g729(200)));
    // Two frames share 65 bytes there; the four bits of signature are gone.
    assertNoise("gsm.wav", Frames.wav(0x31, 65, 320, Frames.noise(65 * 50), (byte) 64, (byte) 1));
    byte[] more = new byte[32];
    more[0] = 1;
    more[2] = (byte) 0xf0;
    assertNoise("truespeech.wav", Frames.wav(0x22, 32, 240, Frames.noise(32 * 67), more));
  }

  private void assertNoise(String name, byte[] content) throws IOException {
    Hearing heard = Hearing.of(Files.write(folder.resolve(name), content), decoder);

    assertThat(heard.info().sampleRate()).as(name).isEqualTo(8000);
    assertThat(heard.seconds()).as(name).isCloseTo(2, within(0.05));
    assertThat(heard.loudness()[0]).as(name).isGreaterThan(50);
  }

  /** Content decides: what has a header is read by it, whatever the name. */
  @ParameterizedTest
  @CsvSource({"wav", "alaw", "gsm", "g729", "mp3", "sln", "bin"})
  void readsWhatHasAHeaderByThat(String ending) throws IOException {
    Path wav = Files.copy(mono, folder.resolve("named-wrong." + ending));
    Path mp3 = encoder.encode(mono, folder.resolve("x.mp3"), "-c:a", "libmp3lame", "-b:a", "64k");
    Path other = Files.copy(mp3, folder.resolve("mp3-named-wrong." + ending));

    assertThat(Hearing.of(wav, decoder, LEFT).tones()[0]).isGreaterThan(0.95);
    assertThat(Hearing.of(other, decoder, LEFT).tones()[0]).isGreaterThan(0.9);
  }

  @Test
  void readsHeaderlessSoundBySettings() throws IOException {
    Path file = folder.resolve("x.rec");
    encoder.encode(stereo, file, "-c:a", "pcm_alaw", "-f", "alaw");
    RawFormat format = new RawFormat(RawFormat.Codec.A_LAW, 8000, 2);
    MediaDecoder told =
        new MediaDecoder(CACHE, DecodeLimits.defaults(), new RawFormats(Map.of("rec", format)));

    Hearing heard = Hearing.of(file, told, LEFT, RIGHT);

    assertThat(heard.seconds()).isEqualTo(2);
    assertThat(heard.tones()[0]).isGreaterThan(0.95);
    assertThat(heard.tones()[1]).isGreaterThan(0.95);
  }
}
