package io.earshot.routes.feed.mail;

import io.earshot.routes.feed.files.AnswerStream;
import io.earshot.routes.feed.files.Trust;
import io.earshot.routes.feed.files.UnconnectedSockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connections to mail servers on which every answer has an end. TLS is spoken below, so that what
 * is bounded is what the library reads; and who is there is verified here.
 */
final class ImapSockets extends SSLSocketFactory {
  /** More than the longest answers have: numbers of unseen mails, facts of a thousand mails. */
  private static final long MOST = 8L << 20;

  private final SSLContext context;

  ImapSockets(SSLContext context) {
    this.context = context;
  }

  /** For a way that begins without encryption. */
  SocketFactory plain() {
    return new Plain();
  }

  /** Encrypts a connection, at once or after STARTTLS. */
  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    if (plain instanceof Bounded begun) {
      begun.isOver = true;
    }
    return new Encrypted(Trust.secured(context, plain, host, port));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return context.getSocketFactory().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return context.getSocketFactory().getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress own, int ownPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) {
    throw new UnsupportedOperationException();
  }

  private static final class Plain extends UnconnectedSockets {
    @Override
    public Socket createSocket() {
      return new Bounded();
    }
  }

  /** Bounds what comes until encryption takes over, if it does. */
  private static class Bounded extends Socket {
    private AnswerStream answers;
    private InputStream checked;
    private volatile boolean isOver;

    InputStream fromThere() throws IOException {
      return super.getInputStream();
    }

    OutputStream toThere() throws IOException {
      return super.getOutputStream();
    }

    private synchronized AnswerStream answers() throws IOException {
      if (answers == null) {
        answers = new AnswerStream(fromThere(), MOST);
        checked = new ImapAnswers(answers, MOST);
      }
      return answers;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      if (isOver) {
        return fromThere();
      }
      answers();
      return checked;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return isOver ? toThere() : answers().asking(toThere());
    }
  }

  /** What the library takes for a connection of its own; what it asks of one is handed on. */
  private static final class Encrypted extends Bounded {
    private final SSLSocket secure;

    Encrypted(SSLSocket secure) {
      this.secure = secure;
    }

    @Override
    InputStream fromThere() throws IOException {
      return secure.getInputStream();
    }

    @Override
    OutputStream toThere() throws IOException {
      return secure.getOutputStream();
    }

    @Override
    public void setSoTimeout(int milliseconds) throws SocketException {
      secure.setSoTimeout(milliseconds);
    }

    @Override
    public int getSoTimeout() throws SocketException {
      return secure.getSoTimeout();
    }

    @Override
    public int getPort() {
      return secure.getPort();
    }

    @Override
    public InetAddress getInetAddress() {
      return secure.getInetAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
      return secure.getLocalSocketAddress();
    }

    @Override
    public boolean isClosed() {
      return secure.isClosed();
    }

    @Override
    public void close() throws IOException {
      secure.close();
    }
  }
}
