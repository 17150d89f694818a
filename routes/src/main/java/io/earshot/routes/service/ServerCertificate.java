package io.earshot.routes.service;

import io.earshot.console.TlsSettings;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;

/** Gives the HTTP server its certificate and key before it starts. */
final class ServerCertificate extends MainListenerSupport {
  private final SSLContextParameters parameters;

  /**
   * @throws EarshotException of kind MISCONFIGURED when the files can't be used
   */
  ServerCertificate(TlsSettings tls) {
    this.parameters = parameters(tls);
  }

  @Override
  public void beforeConfigure(BaseMainSupport main) {
    main.getCamelContext().setSSLContextParameters(parameters);
  }

  private static SSLContextParameters parameters(TlsSettings tls) {
    // A key store in memory needs a password, though nobody ever asks for it.
    String password = UUID.randomUUID().toString();
    KeyStoreParameters store = new KeyStoreParameters();
    store.setKeyStore(keyStore(tls, password));
    store.setPassword(password);
    KeyManagersParameters keys = new KeyManagersParameters();
    keys.setKeyStore(store);
    keys.setKeyPassword(password);
    SecureSocketProtocolsParameters protocols = new SecureSocketProtocolsParameters();
    protocols.setSecureSocketProtocol(List.of("TLSv1.3", "TLSv1.2"));
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setKeyManagers(keys);
    parameters.setSecureSocketProtocols(protocols);
    return parameters;
  }

  private static KeyStore keyStore(TlsSettings tls, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server", key(tls.key()), password.toCharArray(), certificates(tls.certificate()));
      return store;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new EarshotException(
          ErrorKind.MISCONFIGURED,
          "console.tls: %s or %s can't be used (%s); both must be PEM, the key PKCS#8 without a password"
              .formatted(tls.certificate(), tls.key(), e.getMessage()),
          e);
    }
  }

  private static Certificate[] certificates(Path file)
      throws IOException, GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
        .toArray(new Certificate[0]);
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        continue; // a key of another kind
      }
    }
    throw new InvalidKeySpecException("no RSA, EC or Ed25519 key in PKCS#8");
  }
}
