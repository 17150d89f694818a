package io.earshot.analysis.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.conversation.EarshotException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A {@link Head} as a file: a mark, the format's number, the sentence models it was learned with,
 * what it tells apart, its numbers, and a checksum over all. Whatever comes later can tell by the
 * first eight bytes whether it can read it.
 */
public final class HeadFile {
  private static final int MARK = 0x45414844; // "EAHD"
  private static final int FORMAT = 1;
  private static final int ARRAYS = 6;
  private static final int MOST_LABELS = 10_000;
  private static final int MOST_NUMBERS = 50_000_000;
  private static final long MOST_BYTES = 512L << 20;

  private HeadFile() {}

  /**
   * Writes a head; the file appears whole or not at all.
   *
   * @throws EarshotException of kind EXHAUSTED when it can't be written
   */
  public static void write(Head head, Path file) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(head.weights(), new DataOutputStream(bytes));
      CRC32 sum = new CRC32();
      sum.update(bytes.toByteArray());
      new DataOutputStream(bytes).writeLong(sum.getValue());
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), "head", ".tmp");
      Files.write(aside, bytes.toByteArray());
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s); free some space or mend its rights".formatted(file, e), e);
    }
  }

  private static void write(HeadWeights weights, DataOutputStream out) throws IOException {
    out.writeInt(MARK);
    out.writeInt(FORMAT);
    text(out, EmbeddingModels.VERSION);
    text(out, weights.language());
    out.writeBoolean(weights.recipe().wording());
    out.writeBoolean(weights.recipe().context());
    out.writeBoolean(weights.recipe().subject());
    out.writeDouble(weights.temperature());
    out.writeInt(weights.labels().size());
    for (String label : weights.labels()) {
      text(out, label);
    }
    for (float[] array : weights.arrays()) {
      out.writeInt(array.length);
      for (float number : array) {
        out.writeFloat(number);
      }
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a head.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is none, it is damaged, or it was
   *     made by another release or for other sentence models
   */
  public static Head read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refused(file, "is larger than any head");
      }
      return new Head(parse(Files.readAllBytes(file), file));
    } catch (IOException | IllegalArgumentException e) {
      throw refused(file, "can't be read (%s)".formatted(e));
    }
  }

  private static HeadWeights parse(byte[] bytes, Path file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (bytes.length < 16 || in.readInt() != MARK) {
      throw refused(file, "is no trained head");
    }
    int format = in.readInt();
    if (format != FORMAT) {
      throw refused(file, "has format %d, this release reads %d".formatted(format, FORMAT));
    }
    refuseIfDamaged(bytes, file);
    String models = text(in);
    if (!models.equals(EmbeddingModels.VERSION)) {
      throw refused(
          file,
          "was made for the sentence models %s, here are %s"
              .formatted(models, EmbeddingModels.VERSION));
    }
    String language = text(in);
    Recipe recipe = new Recipe(in.readBoolean(), in.readBoolean(), in.readBoolean());
    double temperature = in.readDouble();
    List<String> labels = labels(in);
    List<float[]> arrays = new ArrayList<>();
    for (int i = 0; i < ARRAYS; i++) {
      arrays.add(array(in));
    }
    return HeadWeights.of(labels, language, recipe, temperature, arrays);
  }

  private static void refuseIfDamaged(byte[] bytes, Path file) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    ByteArrayInputStream end =
        new ByteArrayInputStream(bytes, bytes.length - Long.BYTES, Long.BYTES);
    if (new DataInputStream(end).readLong() != sum.getValue()) {
      throw refused(file, "is damaged");
    }
  }

  private static List<String> labels(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 2 || count > MOST_LABELS) {
      throw new IOException(count + " classes");
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(text(in));
    }
    return labels;
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("impossible length");
    }
    return new String(in.readNBytes(length), UTF_8);
  }

  private static float[] array(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_NUMBERS || length > in.available() / Float.BYTES) {
      throw new IOException("impossible length");
    }
    float[] array = new float[length];
    for (int i = 0; i < length; i++) {
      array[i] = in.readFloat();
    }
    return array;
  }

  private static EarshotException refused(Path file, String why) {
    return EarshotException.misconfigured(
        "%s %s; train it again with 'earshot train', or name another head".formatted(file, why));
  }
}
