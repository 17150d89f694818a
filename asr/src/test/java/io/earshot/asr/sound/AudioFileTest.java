package io.earshot.asr.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioFileTest {
  @TempDir Path folder;

  private final MediaDecoder decoder =
      new MediaDecoder(Path.of("target", "decoder"), DecodeLimits.defaults());

  static Stream<Arguments> encodings() {
    return Stream.of(
        arguments(
            "8 bits are unsigned",
            1,
            8,
            new byte[] {(byte) 128, 0, (byte) 255},
            0f,
            -32768f,
            32512f),
        arguments(
            "16 bits",
            1,
            16,
            new byte[] {0, 0, 0, (byte) 0x80, (byte) 0xff, 0x7f},
            0f,
            -32768f,
            32767f),
        arguments(
            "24 bits",
            1,
            24,
            new byte[] {0, 0, 0, 0, 0, (byte) 0x80, 0, 0, 0x40},
            0f,
            -32768f,
            16384f),
        arguments(
            "32 bits",
            1,
            32,
            new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0, 0, 0, 0x40},
            0f,
            -32768f,
            16384f),
        // 2^-15, the smallest step of 16 bits; half of full scale; overdriven.
        arguments(
            "float",
            3,
            32,
            new byte[] {0, 0, 0, 0x38, 0, 0, 0, (byte) 0xbf, 0, 0, 0, 0x40},
            1f,
            -16384f,
            32768f),
        // Reference values of ITU-T G.711: smallest, largest negative and largest positive.
        arguments("A-law", 6, 8, new byte[] {(byte) 0xD5, 0x2A, (byte) 0xAA}, 8f, -32256f, 32256f),
        arguments(
            "mu-law", 7, 8, new byte[] {(byte) 0xFF, 0x00, (byte) 0x80}, 0f, -32124f, 32124f));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void decodesTelephonyEncodingsItself(
      String name, int tag, int bits, byte[] data, float first, float second, float third) {
    Path file = new WavFile().format(tag, bits).data(data).write(folder.resolve("a.wav"));
    assertThat(read(file).get(0)).containsExactly(first, second, third);
  }

  @Test
  void readsAnExtensibleHeaderByItsSubFormat() {
    Path file =
        new WavFile().format(6, 8).extensible().data((byte) 0xAA).write(folder.resolve("a.wav"));
    assertThat(AudioFile.probe(file).codec()).isEqualTo("pcm_alaw");
    assertThat(read(file).get(0)).containsExactly(32256f);
  }

  @Test
  void keepsTheChannelsApart() {
    Path file =
        new WavFile()
            .channels(2, 8000)
            .chunkBefore("LIST", 7)
            .samples((short) 1, (short) -1, (short) 2, (short) -2)
            .write(folder.resolve("a.wav"));
    assertThat(AudioFile.probe(file)).isEqualTo(new AudioInfo(2, 8000, 0, "pcm_s16le"));
    assertThat(read(file)).containsExactly(new float[] {1, 2}, new float[] {-1, -2});
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0xFFFFFFFFL, 0x7FFFFFFFL, 1_000_000})
  void readsToTheEndWhenTheHeaderLies(long declared) {
    Path file =
        new WavFile().samples(new short[8000]).declaring(declared).write(folder.resolve("a.wav"));
    assertThat(AudioFile.probe(file).durationMs()).isEqualTo(1000);
    assertThat(read(file).get(0)).hasSize(8000);
  }

  /** Whoever mends a header by its usual places hits the list that stands there. */
  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1 << 30})
  void findsTheSoundBehindAChunkWhoseSizeLies(int declared) throws IOException {
    byte[] wav = new WavFile().chunkBefore("LIST", 26).samples(new short[8000]).bytes();
    ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, declared);
    Path file = Files.write(folder.resolve("a.wav"), wav);
    assertThat(AudioFile.probe(file)).isEqualTo(new AudioInfo(1, 8000, 1000, "pcm_s16le"));
    assertThat(read(file).get(0)).hasSize(8000);
  }

  /** A recorder that died wrote its header once, after the first second. */
  @Test
  void readsOnWhereSoundGoesOnBehindTheDeclaredEnd() {
    short[] samples = new short[8000];
    Arrays.fill(samples, (short) -3);
    Path file = new WavFile().samples(samples).declaring(1000).write(folder.resolve("a.wav"));
    assertThat(AudioFile.probe(file).durationMs()).isEqualTo(1000);
    assertThat(read(file).get(0)).hasSize(8000);
  }

  @Test
  void leavesOutChunksBehindTheSound() throws IOException {
    byte[] wav = new WavFile().samples(new short[400]).bytes();
    byte[] info = new WavFile().chunkBefore("LIST", 300).bytes();
    byte[] chunk = Arrays.copyOfRange(info, 36, 36 + 308);
    byte[] both = Arrays.copyOf(wav, wav.length + chunk.length);
    System.arraycopy(chunk, 0, both, wav.length, chunk.length);
    Path file = Files.write(folder.resolve("a.wav"), both);
    assertThat(AudioFile.probe(file).durationMs()).isEqualTo(50);
    assertThat(read(file).get(0)).hasSize(400);
  }

  /** Playlists name other files: one customer's call must not pass for another's. */
  @ParameterizedTest
  @ValueSource(strings = {"x.wav", "x.mp3", "x.m3u8", "x.gsm"})
  void readsNoOtherFileThanTheOneNamed(String name) throws IOException {
    Path other = new WavFile().samples(new short[8000]).write(folder.resolve("other.wav"));
    for (String playlist :
        List.of(
            "ffconcat version 1.0\nfile 'other.wav'\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nother.wav\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:" + other + "\n#EXT-X-ENDLIST\n")) {
      Path file = Files.writeString(folder.resolve(name), playlist);
      if (name.endsWith(".gsm")) {
        assertThat(AudioFile.probe(file, decoder).codec()).isEqualTo("gsm");
      } else {
        assertThatThrownBy(() -> read(file)).hasMessageContaining("no sound that can be decoded");
      }
    }
  }

  /** Names that would be options, addresses, formats or lines to another program. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-i.au",
        "http:x.au",
        "a\nb.au",
        "%d.au",
        "a b'\"$(x)`;&|.au",
        "\u202ecod.au",
        "通话.au"
      })
  void handsAnyNameToTheDecoder(String name) throws IOException {
    Path file = Files.write(folder.resolve(name), sunAudio(16_000));
    assertThat(AudioFile.probe(file, decoder).durationMs()).isEqualTo(2000);
    assertThat(read(file).get(0)).hasSize(16_000);
  }

  @Test
  void beginsWithSilenceWhereTheNameSaysThatItBeginsLater() {
    Path file = new WavFile().samples((short) 7, (short) 8).write(folder.resolve("1+2ms.wav"));
    assertThat(read(file).get(0)).hasSize(18).startsWith(0f, 0f).endsWith(7f, 8f);
    assertThat(AudioFile.isPlain(file)).isFalse();
  }

  /** A call of a working day, streamed: nothing of it is held. */
  @Test
  void readsEightHoursOnEightChannels() throws IOException {
    byte[] head = new WavFile().channels(8, 1000).format(7, 8).declaring(0).bytes();
    Path file = Files.write(folder.resolve("day.wav"), head);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(head.length + 8L * 3600 * 1000 * 8);
    }
    assertThat(AudioFile.probe(file).durationMs()).isEqualTo(8 * 3600 * 1000);
    try (AudioReader reader = AudioFile.open(file, decoder)) {
      float[][] block = new float[8][1000];
      long samples = 0;
      for (int got = reader.read(block); got >= 0; got = reader.read(block)) {
        samples += got;
      }
      assertThat(samples).isEqualTo(8L * 3600 * 1000);
    }
  }

  @Test
  void readsATruncatedLastSampleAsFarAsItGoes() {
    Path file = new WavFile().data((byte) 1, (byte) 0, (byte) 9).write(folder.resolve("a.wav"));
    assertThat(read(file).get(0)).containsExactly(1f);
  }

  static Stream<Arguments> unusable() throws IOException {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    byte[] header = new WavFile().bytes();
    return Stream.of(
        arguments("empty", new byte[0], "is empty"),
        arguments("header only", header, "no sound after it"),
        arguments("half a header", Arrays.copyOf(header, 30), "no sound after it"),
        arguments("noise", noise, "no sound that can be decoded"),
        arguments("text", "hello".getBytes(StandardCharsets.UTF_8), "no sound that can be decoded"),
        arguments(
            "a playlist in disguise",
            "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/x.ts\n".getBytes(StandardCharsets.UTF_8),
            "no sound that can be decoded"),
        arguments(
            "an unknown codec",
            new WavFile().format(0x7777, 8).data(noise).bytes(),
            "no sound that can be decoded"),
        arguments(
            "no channels",
            new WavFile().channels(0, 8000).data(noise).bytes(),
            "no sound that can be decoded"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void refusesBadInputByName(String name, byte[] bytes, String reason) throws IOException {
    Path file = Files.write(folder.resolve("broken.wav"), bytes);
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
        .hasMessageContaining("broken.wav")
        .hasMessageContaining(reason);
  }

  @Test
  void survivesAnyDamageToAHeader() throws IOException {
    byte[] whole = new WavFile().chunkBefore("LIST", 20).samples(new short[400]).bytes();
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] damaged = whole.clone();
      for (int i = 0; i < 4; i++) {
        damaged[12 + random.nextInt(60)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("damaged.wav"), damaged);
      try {
        assertThat(WavHeader.read(file).map(found -> found.info(500).channels()).orElse(1))
            .as("seed %d", seed)
            .isBetween(1, 32);
      } catch (EarshotException e) {
        assertThat(e.kind()).as("seed %d", seed).isEqualTo(ErrorKind.BAD_INPUT);
      }
    }
  }

  @Test
  void leavesOtherContainersToTheDecoder() throws IOException {
    Path file = folder.resolve("tone.au");
    Files.write(file, sunAudio(16_000));
    assertThat(AudioFile.probe(file, decoder)).isEqualTo(new AudioInfo(1, 8000, 2000, "pcm_mulaw"));
    assertThat(read(file).get(0)).hasSize(16_000);
  }

  @Test
  void decodesNoMoreThanTheLongestDuration() throws IOException {
    MediaDecoder shortOne =
        new MediaDecoder(
            Path.of("target", "decoder"),
            new DecodeLimits(
                java.time.Duration.ofSeconds(60), 1L << 30, java.time.Duration.ofSeconds(1)));
    Path file = Files.write(folder.resolve("tone.au"), sunAudio(16_000));
    assertThat(read(file, shortOne).get(0)).hasSize(8000);
  }

  @Test
  void refusesWhatNeedsMoreMemoryThanAllowed() throws IOException {
    MediaDecoder tiny =
        new MediaDecoder(
            Path.of("target", "decoder"),
            new DecodeLimits(
                java.time.Duration.ofSeconds(60), 1L << 20, java.time.Duration.ofSeconds(1)));
    Path file = Files.write(folder.resolve("tone.au"), sunAudio(16_000));
    assertThatThrownBy(() -> read(file, tiny)).isInstanceOf(EarshotException.class);
  }

  // The simplest container that Java's part does not read: a header and mu-law bytes.
  private static byte[] sunAudio(int samples) {
    java.nio.ByteBuffer file = java.nio.ByteBuffer.allocate(24 + samples);
    file.put(".snd".getBytes(StandardCharsets.US_ASCII));
    file.putInt(24).putInt(samples).putInt(1).putInt(8000).putInt(1);
    return file.array();
  }

  private List<float[]> read(Path file) {
    return read(file, decoder);
  }

  private static List<float[]> read(Path file, MediaDecoder decoder) {
    try (AudioReader reader = AudioFile.open(file, decoder)) {
      int channels = reader.info().channels();
      List<List<Float>> heard = new ArrayList<>();
      for (int channel = 0; channel < channels; channel++) {
        heard.add(new ArrayList<>());
      }
      float[][] block = new float[channels][333];
      for (int got = reader.read(block); got >= 0; got = reader.read(block)) {
        for (int channel = 0; channel < channels; channel++) {
          for (int i = 0; i < got; i++) {
            heard.get(channel).add(block[channel][i]);
          }
        }
      }
      return heard.stream().map(AudioFileTest::array).toList();
    }
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
