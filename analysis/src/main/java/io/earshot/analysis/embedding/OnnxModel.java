package io.earshot.analysis.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One sentence model with its tokenizer. Thread-safe; calls don't wait for each other. */
final class OnnxModel implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final OrtSession session;
  // Closing while another thread is in native code would take the whole process down.
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxModel(HuggingFaceTokenizer tokenizer, OrtSession session) {
    this.tokenizer = tokenizer;
    this.session = session;
  }

  /** Loads {@code name} from the root of its jar. */
  static OnnxModel load(String name, int maxTokens) {
    Map<String, String> options =
        Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(maxTokens));
    try (InputStream words = resource(name + "-tokenizer.json");
        InputStream weights = resource(name + ".onnx")) {
      HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(words, options);
      return new OnnxModel(tokenizer, session(weights.readAllBytes()));
    } catch (IOException | OrtException e) {
      throw new EarshotException(
          ErrorKind.MISCONFIGURED,
          "The language model %s can't be loaded (%s); build the program again".formatted(name, e),
          e);
    }
  }

  private static OrtSession session(byte[] weights) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false); // of use only when all texts are of one length
      return OrtEnvironment.getEnvironment().createSession(weights, options);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = OnnxModel.class.getResourceAsStream("/" + name);
    if (stream == null) {
      throw new IOException(name + " is not on the class path");
    }
    return stream;
  }

  /** The text's vector, of unit length. */
  float[] embed(String text) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The language model was closed");
      }
      return run(tokenizer.encode(text));
    } catch (OrtException e) {
      throw new EarshotException(
          ErrorKind.BUG, "A text of %d characters has no vector".formatted(text.length()), e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private float[] run(Encoding encoding) throws OrtException {
    try (OnnxTensor ids = tensor(encoding.getIds());
        OnnxTensor mask = tensor(encoding.getAttentionMask());
        OnnxTensor types = tensor(encoding.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      OnnxTensor states = (OnnxTensor) result.get(0);
      long[] shape = states.getInfo().getShape();
      // These models were trained to hold the sentence's meaning in the first token's state.
      return unit(states.getFloatBuffer(), (int) shape[2]);
    }
  }

  private static OnnxTensor tensor(long[] values) throws OrtException {
    long[] shape = {1, values.length};
    return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), shape);
  }

  private static float[] unit(FloatBuffer states, int dimensions) {
    float[] vector = new float[dimensions];
    states.get(vector);
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    float scale = (float) (1 / Math.max(Math.sqrt(squares), 1e-12));
    for (int i = 0; i < dimensions; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        tokenizer.close();
        session.close();
      }
    } catch (OrtException e) {
      throw new EarshotException(ErrorKind.BUG, "A language model can't be closed", e);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
