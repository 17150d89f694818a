package io.earshot.routes.feed.files;

import io.earshot.config.Section;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which certificates of servers are believed; the same two keys for every kind of source. Immutable
 * and safe for several threads; the file is read at each use, so that one that is renewed counts.
 *
 * @param file with the certificates that may vouch for a server ({@code trust}): PEM, or a store of
 *     Java's (PKCS#12, JKS); empty for those that Java trusts
 * @param password of such a store, secret ({@code trust_password}); empty for PEM
 */
public record Trust(Optional<Path> file, String password) {
  /** What Java itself trusts. */
  public static final Trust JAVAS = new Trust(Optional.empty(), "");

  /** The kind of store under which Java reads both of its kinds. */
  public static final String STORE = "PKCS12";

  private static final int MOST_CAUSES = 20;

  /**
   * Reads its keys; problems are noted in the section.
   *
   * @param tls whether the way is encrypted at all
   */
  public static Trust from(Section section, boolean tls) {
    Trust trust = new Trust(section.path("trust"), section.secret("trust_password", ""));
    if (trust.file.isPresent() && !tls) {
      section.problem("trust", "says nothing without tls");
    }
    if (!trust.password.isEmpty() && trust.file.isEmpty()) {
      section.problem("trust_password", "opens the file in 'trust', which is missing");
    }
    return trust;
  }

  /**
   * For clients that take a context.
   *
   * @throws AccessRefused when the file can't be used
   */
  public SSLContext context() throws AccessRefused {
    try {
      if (file.isEmpty()) {
        return SSLContext.getDefault();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /**
   * For clients that make a context of their own.
   *
   * @throws AccessRefused when the file can't be used
   */
  public TrustManager[] managers() throws AccessRefused {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(file.isEmpty() ? null : store(file.get()));
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  /** Whether the file is PEM and not a store of Java's. */
  public boolean isPem() {
    return password.isEmpty();
  }

  /**
   * Agrees on TLS with a server and leaves again, to learn why a client can't.
   *
   * @throws IOException why it fails
   */
  public void tryAt(String host, int port, int timeoutMs) throws IOException {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), timeoutMs);
      plain.setSoTimeout(timeoutMs);
      secured(context(), plain, host, port).close();
    }
  }

  /**
   * TLS over a connection, agreed on, with a server whose certificate is of the name.
   *
   * @throws IOException why it fails; the connection is the caller's to close
   */
  public static SSLSocket secured(SSLContext context, Socket plain, String host, int port)
      throws IOException {
    SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private KeyStore store(Path path) throws GeneralSecurityException, IOException {
    if (!password.isEmpty()) {
      return KeyStore.getInstance(path.toFile(), password.toCharArray());
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate each : certificates(path)) {
      store.setCertificateEntry("trusted-" + store.size(), each);
    }
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path path)
      throws GeneralSecurityException, IOException {
    try (InputStream pem = Files.newInputStream(path)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (certificates.isEmpty()) {
        throw new IOException("no certificate is in it");
      }
      return certificates;
    }
  }

  private AccessRefused unusable(Exception cause) {
    return new AccessRefused(
        "%s can't be used (%s): mend trust, a file of PEM, or give trust_password for a store of Java's"
            .formatted(file.map(Path::toString).orElse("what Java trusts"), cause));
  }

  /**
   * What a failure means when it is one of trust and not of the network.
   *
   * @param key the setting that holds the name of the server
   */
  public static Optional<AccessRefused> refusal(Throwable failure, String key) {
    return causes(failure)
        .filter(SSLException.class::isInstance)
        .findFirst()
        .filter(Trust::isNoBreak)
        .map(cause -> new AccessRefused(unproven(cause, key)));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
  }

  /** A line that breaks while the two sides agree on TLS says nothing of who is there. */
  private static boolean isNoBreak(Throwable failure) {
    return causes(failure)
        .noneMatch(
            cause ->
                cause instanceof EOFException
                    || cause instanceof SocketException
                    || cause instanceof InterruptedIOException);
  }

  /** The same for who hands failures on: the refusal, or the failure as it is. */
  public static IOException told(Exception failure, String key) {
    IOException other =
        failure instanceof IOException own ? own : new IOException(failure.getMessage(), failure);
    return refusal(failure, key).map(IOException.class::cast).orElse(other);
  }

  private static String unproven(Throwable cause, String key) {
    if (!(cause instanceof SSLHandshakeException)) {
      return "it speaks no TLS at that port (%s), and was told nothing: mend %s, port or tls"
          .formatted(cause.getMessage(), key);
    }
    return "it can't prove who it is (%s): its certificate must be of the name in %s, and vouched for by what Java trusts or by the file in trust"
        .formatted(cause.getMessage(), key);
  }
}
