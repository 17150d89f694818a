package io.earshot.routes.feed.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Which certificates of servers are believed. */
public final class Trust {
  private Trust() {}

  /**
   * Those of a PEM file alone, or those that Java trusts.
   *
   * @throws AccessRefused when the file can't be used
   */
  public static SSLContext of(Optional<Path> file) throws IOException {
    try {
      return file.isPresent() ? of(file.get()) : SSLContext.getDefault();
    } catch (GeneralSecurityException | IOException e) {
      throw new AccessRefused("%s can't be used (%s): mend trust".formatted(file, e.getMessage()));
    }
  }

  private static SSLContext of(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(file)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + store.size(), each);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
