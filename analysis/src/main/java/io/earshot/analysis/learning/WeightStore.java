package io.earshot.analysis.learning;

import io.earshot.conversation.EarshotException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was learned in a folder, so that a start with unchanged examples learns nothing anew.
 * A file that is damaged or gone is made again. Safe for several processes: files appear whole.
 */
public final class WeightStore {
  private static final Logger LOG = LoggerFactory.getLogger(WeightStore.class);
  private static final int MAGIC = 0x45415257;
  private static final int MOST_NUMBERS = 50_000_000;

  private final Path folder;

  public WeightStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The arrays kept under a name and the digest of all they depend on; made, and kept in place of
   * the name's older ones, when there are none.
   */
  public List<float[]> fetch(String name, String digest, Supplier<List<float[]>> maker) {
    Path file = folder.resolve(name + "-" + digest + ".weights");
    return read(file).orElseGet(() -> make(name, file, maker));
  }

  private List<float[]> make(String name, Path file, Supplier<List<float[]>> maker) {
    long start = System.nanoTime();
    List<float[]> arrays = maker.get();
    LOG.info("Learned {} in {} ms", name, (System.nanoTime() - start) / 1_000_000);
    try {
      write(file, arrays);
      removeOlder(name, file);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s); free some space or name another cache folder"
              .formatted(file, e),
          e);
    }
    return arrays;
  }

  private void write(Path file, List<float[]> arrays) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(arrays.size());
    for (float[] array : arrays) {
      out.writeInt(array.length);
      for (float number : array) {
        out.writeFloat(number);
      }
    }
    CRC32 sum = new CRC32();
    sum.update(bytes.toByteArray());
    out.writeLong(sum.getValue());
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "weights", ".tmp");
    Files.write(partial, bytes.toByteArray());
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void removeOlder(String name, Path current) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + "-*.weights")) {
      for (Path file : files) {
        if (!file.equals(current)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Optional<List<float[]>> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(Files.readAllBytes(file)));
    } catch (IOException e) {
      LOG.warn("{} is damaged ({}) and is made again", file, e.toString());
      return Optional.empty();
    }
  }

  private static List<float[]> parse(byte[] bytes) throws IOException {
    if (bytes.length < 16) {
      throw new IOException("too short");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - 8);
    if (in.readInt() != MAGIC || sum.getValue() != tail(bytes)) {
      throw new IOException("checksum differs");
    }
    int count = in.readInt();
    List<float[]> arrays = new ArrayList<>();
    for (int a = 0; a < count; a++) {
      arrays.add(array(in));
    }
    return arrays;
  }

  private static float[] array(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_NUMBERS) {
      throw new IOException("impossible length");
    }
    float[] array = new float[length];
    for (int i = 0; i < length; i++) {
      array[i] = in.readFloat();
    }
    return array;
  }

  private static long tail(byte[] bytes) throws IOException {
    ByteArrayInputStream end = new ByteArrayInputStream(bytes, bytes.length - 8, 8);
    return new DataInputStream(end).readLong();
  }
}
