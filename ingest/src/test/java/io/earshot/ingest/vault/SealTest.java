package io.earshot.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  private static final int SEGMENT = 1 << 20;

  /** Mark and key name, then the header of the stream. */
  private static final int HEADER = 12 + 40;

  @TempDir Path folder;
  private final Random random = new Random(20260304);
  private Path keyFile;
  private Seal seal;

  @BeforeEach
  void open() {
    keyFile = folder.resolve("keys").resolve("originals.key");
    seal = Seal.open(keyFile);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private Path sealed(Seal by, String name, byte[] plain) throws IOException {
    Path source = Files.write(folder.resolve("plain"), plain);
    Path target = folder.resolve(name.replace('/', '_') + ".sealed");
    try (OutputStream out = Files.newOutputStream(target)) {
      by.seal(source, name, out);
    }
    return target;
  }

  private byte[] unsealed(Path file, String name) throws IOException {
    return seal.unseal(file, name);
  }

  private static void assertRefused(ErrorKind kind, ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(EarshotException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContainingAll(words);
  }

  @Test
  void givesBackWhatItSealed() throws IOException {
    for (int size : List.of(0, 1, 1000, SEGMENT - HEADER - 16, SEGMENT, SEGMENT * 2 + 17)) {
      byte[] plain = bytes(size);
      Path file = sealed(seal, "id/0.wav", plain);
      assertThat(unsealed(file, "id/0.wav")).isEqualTo(plain);
      assertThat(Files.size(file)).as("room taken for %d bytes", size).isLessThan(size + 150L);
    }
  }

  @Test
  void hidesWhatItSealsAndNeverTheSameWay() throws IOException {
    byte[] plain = "the very same words".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] first = Files.readAllBytes(sealed(seal, "id/a", plain));
    byte[] second = Files.readAllBytes(sealed(seal, "id/a", plain));
    assertThat(first).isNotEqualTo(second);
    assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("very", "words");
  }

  @Test
  void noticesEveryFlippedBit() throws IOException {
    Path file = sealed(seal, "id/a", bytes(40));
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] changed = whole.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, changed);
      ErrorKind kind = bit / 8 >= 4 && bit / 8 < 12 ? ErrorKind.MISCONFIGURED : ErrorKind.BAD_INPUT;
      assertRefused(kind, () -> unsealed(file, "id/a"), file.toString());
    }
  }

  @Test
  void noticesWhatIsCutOffOrAdded() throws IOException {
    byte[] whole = Files.readAllBytes(sealed(seal, "id/a", bytes(2 * SEGMENT + 100)));
    Path file = folder.resolve("cut");
    for (int size : cuts(whole.length)) {
      Files.write(file, Arrays.copyOf(whole, size));
      assertRefused(ErrorKind.BAD_INPUT, () -> unsealed(file, "id/a"), "damaged");
    }
  }

  /** Around the edges of header and segments, some anywhere, and beyond the end. */
  private int[] cuts(int length) {
    IntStream edges =
        IntStream.of(0, 4, 12, 13, 45, HEADER, HEADER + 16, 12 + SEGMENT, 12 + 2 * SEGMENT)
            .flatMap(edge -> IntStream.of(Math.max(0, edge - 1), edge, edge + 1));
    IntStream more = IntStream.of(length - 17, length - 1, length + 1, length + SEGMENT);
    IntStream anywhere = random.ints(20, 0, length);
    return IntStream.concat(IntStream.concat(edges, more), anywhere).toArray();
  }

  @Test
  void noticesSegmentsInAnotherOrder() throws IOException {
    Path file = sealed(seal, "id/a", bytes(3 * SEGMENT));
    byte[] whole = Files.readAllBytes(file);
    byte[] second = Arrays.copyOfRange(whole, 12 + SEGMENT, 12 + 2 * SEGMENT);
    System.arraycopy(whole, 12 + 2 * SEGMENT, whole, 12 + SEGMENT, SEGMENT - 200);
    System.arraycopy(second, 0, whole, 12 + 2 * SEGMENT, SEGMENT - 200);
    Files.write(file, whole);
    assertRefused(ErrorKind.BAD_INPUT, () -> unsealed(file, "id/a"), "damaged");
  }

  @Test
  void isBoundToItsName() throws IOException {
    Path file = sealed(seal, "id/0.wav", bytes(10));
    assertRefused(ErrorKind.BAD_INPUT, () -> unsealed(file, "id/1.wav"), "not sealed as this");
    assertRefused(ErrorKind.BAD_INPUT, () -> unsealed(file, "di/0.wav"), "not sealed as this");
  }

  @Test
  void tellsAnotherKeyFromDamage() throws IOException {
    Seal other = Seal.open(folder.resolve("other.key"));
    Path file = sealed(other, "id/a", bytes(10));
    assertRefused(
        ErrorKind.MISCONFIGURED,
        () -> unsealed(file, "id/a"),
        other.madeKeyName(),
        keyFile.toString(),
        "not there",
        "put back");
    seal.madeKeyName();
    assertRefused(
        ErrorKind.MISCONFIGURED, () -> unsealed(file, "id/a"), seal.madeKeyName(), "another one");
  }

  @Test
  void makesItsKeyAtFirstNeedForItsOwnerOnly() throws IOException {
    assertThat(seal.keyName()).isEmpty();
    assertThat(keyFile).doesNotExist();

    String name = seal.madeKeyName();

    assertThat(Base64.getDecoder().decode(Files.readString(keyFile).strip())).hasSize(32);
    assertThat(Seal.open(keyFile).keyName()).contains(name);
    assertThat(keyFile.getParent()).isDirectoryNotContaining("glob:**/.key-*");
    if (keyFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(keyFile))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void refusesAKeyThatOthersCanRead() throws IOException {
    Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    seal.madeKeyName();
    for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx")) {
      Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString(rights));
      assertRefused(ErrorKind.MISCONFIGURED, () -> Seal.open(keyFile), "chmod 600 " + keyFile);
    }
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("r--------"));
    assertThat(Seal.open(keyFile).keyName()).isPresent();
  }

  @Test
  void refusesWhatIsNoKeyWithoutQuotingIt() throws IOException {
    seal.madeKeyName();
    for (String text : List.of("", "not base64 !", "c2hvcnQ=", "A".repeat(5000))) {
      Files.writeString(keyFile, text);
      assertRefused(ErrorKind.MISCONFIGURED, () -> Seal.open(keyFile), "holds no key");
      assertThatThrownBy(() -> Seal.open(keyFile)).hasNoCause();
    }
    Files.delete(keyFile);
    Files.createDirectory(keyFile);
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rwx------"));
    assertRefused(ErrorKind.UNAVAILABLE, () -> Seal.open(keyFile), keyFile.toString());
  }

  @Test
  void manyAtOnceMakeOneKey() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> makers =
          IntStream.range(0, 32)
              .<Callable<String>>mapToObj(i -> () -> Seal.open(keyFile).madeKeyName())
              .toList();
      String name = seal.madeKeyName();
      for (Future<String> maker : threads.invokeAll(makers)) {
        assertThat(maker.get()).isEqualTo(name);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void doesNotHideFailuresOfTheTarget() throws IOException {
    Path file = sealed(seal, "id/a", bytes(100));
    OutputStream full =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] bytes, int from, int count) {
            throw new java.io.UncheckedIOException(new IOException("full"));
          }
        };
    assertThatThrownBy(() -> seal.unseal(file, "id/a", full))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }
}
