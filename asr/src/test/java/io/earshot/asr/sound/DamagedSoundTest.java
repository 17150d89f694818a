package io.earshot.asr.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded damage to sound files of all kinds: each ends as read or as refused with a reason, in
 * bounded time. {@code -Dearshot.damaged=5000} tries as many with the media decoder.
 */
class DamagedSoundTest {
  private static final Path CACHE = Path.of("target", "decoder");
  private static final int IN_JAVA = 4000;
  private static final int DECODED = Integer.getInteger("earshot.damaged", 100);

  @TempDir Path folder;
  private final MediaDecoder decoder =
      new MediaDecoder(
          CACHE, new DecodeLimits(Duration.ofSeconds(10), 1L << 30, Duration.ofMinutes(5)));

  @Test
  void whatJavaReadsIsReadOrRefused() throws IOException {
    List<byte[]> whole = List.of(linear(), stereoALaw(), extensible(), large());
    int read = 0;
    for (int seed = 0; seed < IN_JAVA; seed++) {
      Random random = new Random(seed);
      byte[] damaged = damage(whole.get(seed % whole.size()), random);
      Path file = Files.write(folder.resolve("damaged.wav"), damaged);
      read += endsWellInJava(file, seed) ? 1 : 0;
    }
    assertThat(read).isBetween(IN_JAVA / 4, IN_JAVA);
  }

  private static boolean endsWellInJava(Path file, int seed) {
    try {
      Optional<WavHeader> header = Files.size(file) == 0 ? Optional.empty() : WavHeader.read(file);
      if (header.isEmpty()) {
        return false; // for the media decoder
      }
      try (AudioReader reader = WavReader.open(file, header.get())) {
        assertThat(drained(reader)).as("seed %d", seed).isLessThan(1_000_000);
      }
      return true;
    } catch (EarshotException e) {
      assertThat(e.kind()).as("seed %d", seed).isEqualTo(ErrorKind.BAD_INPUT);
      assertThat(e).as("seed %d", seed).hasMessageContaining("damaged.wav");
      return false;
    } catch (IOException | RuntimeException e) {
      return fail("seed %d".formatted(seed), e);
    }
  }

  @Test
  void whatIsDecodedIsReadOrRefused() throws IOException {
    List<Path> whole = encoded();
    long before = leftovers();
    int read = 0;
    for (int seed = 0; seed < DECODED; seed++) {
      Path original = whole.get(seed % whole.size());
      byte[] damaged = damage(Files.readAllBytes(original), new Random(seed));
      Path file = Files.write(folder.resolve("damaged-" + original.getFileName()), damaged);
      long start = System.nanoTime();
      read += endsWell(file, seed) ? 1 : 0;
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("seed %d", seed)
          .isLessThan(Duration.ofSeconds(30));
    }
    assertThat(read).isBetween(DECODED / 4, DECODED);
    assertThat(leftovers()).isEqualTo(before);
  }

  private boolean endsWell(Path file, int seed) {
    try {
      AudioFile.probe(file, decoder);
    } catch (EarshotException e) {
      assertThat(e.kind()).as("seed %d", seed).isEqualTo(ErrorKind.BAD_INPUT);
    }
    try (AudioReader reader = AudioFile.open(file, decoder)) {
      drained(reader);
      return true;
    } catch (EarshotException e) {
      assertThat(e.kind()).as("seed %d: %s", seed, e.getMessage()).isEqualTo(ErrorKind.BAD_INPUT);
      assertThat(e).as("seed %d", seed).hasMessageContaining(file.getFileName().toString());
      return false;
    } catch (RuntimeException e) {
      return fail("seed %d".formatted(seed), e);
    }
  }

  private static long drained(AudioReader reader) {
    float[][] block = new float[reader.info().channels()][4000];
    long samples = 0;
    for (int got = reader.read(block); got >= 0; got = reader.read(block)) {
      samples += got;
      for (float[] channel : block) {
        for (int i = 0; i < got; i++) {
          assertThat(Float.isFinite(channel[i])).isTrue();
        }
      }
    }
    return samples;
  }

  /** Flips, overwrites, cuts, doubles, and spoils what looks like a size. */
  private static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times && bytes.length > 4; i++) {
      int near = Math.min(bytes.length, random.nextBoolean() ? 80 : Integer.MAX_VALUE);
      int at = random.nextInt(near);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
        case 3 -> spoilSize(bytes, at, random);
        case 4 -> bytes = withHole(bytes, at, random);
        default -> bytes = withRepeat(bytes, at, random);
      }
    }
    return bytes;
  }

  private static void spoilSize(byte[] bytes, int at, Random random) {
    int[] sizes = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1, random.nextInt()};
    int size = sizes[random.nextInt(sizes.length)];
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (size >> 8 * i);
    }
  }

  private static byte[] withHole(byte[] bytes, int at, Random random) {
    int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
    byte[] rest = new byte[bytes.length - (end - at)];
    System.arraycopy(bytes, 0, rest, 0, at);
    System.arraycopy(bytes, end, rest, at, bytes.length - end);
    return rest;
  }

  private static byte[] withRepeat(byte[] bytes, int at, Random random) {
    int count = Math.min(bytes.length - at, 1 + random.nextInt(64));
    byte[] more = new byte[bytes.length + count];
    System.arraycopy(bytes, 0, more, 0, at + count);
    System.arraycopy(bytes, at, more, at + count, bytes.length - at);
    return more;
  }

  private List<Path> encoded() {
    Encoder encoder = new Encoder(CACHE);
    Path wav =
        new WavFile().channels(2, 8000).samples(noise(16_000)).write(folder.resolve("n.wav"));
    List<Path> files = new ArrayList<>();
    files.add(encoder.encode(wav, folder.resolve("n.mp3"), "-b:a", "64k"));
    files.add(encoder.encode(wav, folder.resolve("n.ogg"), "-c:a", "libopus"));
    files.add(encoder.encode(wav, folder.resolve("n.webm"), "-c:a", "libopus"));
    files.add(encoder.encode(wav, folder.resolve("n.m4a"), "-c:a", "aac"));
    files.add(encoder.encode(wav, folder.resolve("n.wma"), "-ar", "16000"));
    files.add(encoder.encode(wav, folder.resolve("n.flac")));
    files.add(encoder.encode(wav, folder.resolve("n.amr"), "-ac", "1", "-ar", "8000"));
    files.add(encoder.encode(wav, folder.resolve("ms.wav"), "-c:a", "adpcm_ms"));
    files.add(encoder.encode(wav, folder.resolve("n.au"), "-c:a", "pcm_mulaw"));
    files.add(write("n.g729", Frames.g729(100)));
    files.add(write("n.gsm", Frames.gsm(50)));
    files.add(write("g729.wav", Frames.wav(0x83, 10, 80, Frames.g729(100))));
    return files;
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static long leftovers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("earshot-link")).count();
    }
  }

  private static byte[] linear() {
    return new WavFile().chunkBefore("LIST", 20).samples(noise(2000)).bytes();
  }

  private static byte[] stereoALaw() {
    return new WavFile().format(6, 8).channels(2, 8000).data(Frames.noise(3000)).bytes();
  }

  private static byte[] extensible() {
    return new WavFile().format(3, 32).extensible().data(Frames.noise(4000)).bytes();
  }

  /** An RF64 head before a little sound. */
  private static byte[] large() {
    byte[] head = WavHead.of(1, 8000, 3_000_000_000L);
    byte[] whole = java.util.Arrays.copyOf(head, head.length + 4000);
    System.arraycopy(Frames.noise(4000), 0, whole, head.length, 4000);
    return whole;
  }

  private static short[] noise(int count) {
    short[] samples = new short[count];
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      samples[i] = (short) (random.nextGaussian() * 3000);
    }
    return samples;
  }
}
