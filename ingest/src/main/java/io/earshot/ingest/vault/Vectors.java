package io.earshot.ingest.vault;

import io.earshot.conversation.Embedding;
import io.earshot.conversation.TurnInsight;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The embeddings of a conversation's turns as a file: a mark, the number of vectors, then for each
 * turn its index, the model's name, the number of dimensions and the float32 values, big-endian.
 * They are many times larger than all findings together and only needed until the conversation is
 * indexed, hence a file of their own.
 */
final class Vectors {
  private static final int MARK = 0x45565631; // "EVV1"
  private static final int MAX_DIMENSIONS = 1 << 16;

  private Vectors() {}

  static void write(List<TurnInsight> insights, OutputStream target) throws IOException {
    List<TurnInsight> meant = insights.stream().filter(i -> i.embedding().isPresent()).toList();
    DataOutputStream out = new DataOutputStream(target);
    out.writeInt(MARK);
    out.writeInt(meant.size());
    for (TurnInsight insight : meant) {
      out.writeInt(insight.turn());
      out.writeUTF(insight.meaning().model());
      float[] vector = insight.meaning().vector();
      out.writeInt(vector.length);
      ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
      bytes.asFloatBuffer().put(vector);
      out.write(bytes.array());
    }
    out.flush();
  }

  /**
   * The embeddings by turn.
   *
   * @throws IOException when the file is cut off or is no vector file
   */
  static Map<Integer, Embedding> read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 64 << 10))) {
      if (in.readInt() != MARK) {
        throw new IOException("not a vector file");
      }
      int count = in.readInt();
      Map<Integer, Embedding> embeddings = new HashMap<>();
      for (int i = 0; i < count; i++) {
        embeddings.put(in.readInt(), readEmbedding(in));
      }
      return embeddings;
    }
  }

  private static Embedding readEmbedding(DataInputStream in) throws IOException {
    String model = in.readUTF();
    int dimensions = in.readInt();
    if (dimensions < 0 || dimensions > MAX_DIMENSIONS) {
      throw new IOException("a vector of %d dimensions".formatted(dimensions));
    }
    byte[] bytes = new byte[dimensions * Float.BYTES];
    in.readFully(bytes);
    float[] vector = new float[dimensions];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
    return new Embedding(model, vector);
  }

  /** The same insights with their embeddings attached. */
  static List<TurnInsight> attach(List<TurnInsight> insights, Map<Integer, Embedding> embeddings) {
    return insights.stream()
        .map(insight -> insight.withMeaning(embeddings.get(insight.turn())))
        .toList();
  }
}
