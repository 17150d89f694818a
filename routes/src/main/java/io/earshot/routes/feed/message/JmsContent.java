package io.earshot.routes.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** The bytes of a message, of which {@link JmsKinds} lets only texts and bytes come. */
final class JmsContent {
  private JmsContent() {}

  static InputStream of(Message message) throws JMSException, IOException {
    if (message instanceof TextMessage text) {
      String content = text.getText();
      return new ByteArrayInputStream(content == null ? new byte[0] : content.getBytes(UTF_8));
    }
    if (isLarge(message)) {
      return new Arriving((ActiveMQMessage) message);
    }
    BytesMessage small = (BytesMessage) message;
    byte[] bytes = new byte[(int) small.getBodyLength()];
    small.readBytes(bytes);
    return new ByteArrayInputStream(bytes);
  }

  /** Whether it comes in pieces, which can be read only once. */
  static boolean isLarge(Message message) {
    return message instanceof ActiveMQMessage artemis && artemis.getCoreMessage().isLargeMessage();
  }

  /** A body as it comes from the broker: the client writes it, on a thread of its own. */
  private static final class Arriving extends FilterInputStream {
    private static final int BUFFER = 1 << 16;

    private final FutureTask<Boolean> writing;

    Arriving(ActiveMQMessage message) throws IOException {
      super(new PipedInputStream(BUFFER));
      PipedOutputStream out = new PipedOutputStream((PipedInputStream) in);
      writing =
          new FutureTask<>(
              () -> {
                try (out) {
                  message.saveToOutputStream(out);
                }
                return true;
              });
      Thread thread = new Thread(writing, "earshot-large-message");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read < 0) {
        complete();
      }
      return read;
    }

    /** What breaks off looks like an end. */
    private void complete() throws IOException {
      try {
        writing.get();
      } catch (ExecutionException e) {
        throw new IOException("the broker broke off within a message: " + e.getCause(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted within a message", e);
      }
    }
  }
}
