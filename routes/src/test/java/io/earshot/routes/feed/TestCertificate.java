package io.earshot.routes.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate made for a test, with an authority of its own that vouches for it.
 *
 * @param store of the server, with its key, PKCS#12
 * @param pem the authority's certificate
 * @param trustStore the same as a store of Java's, PKCS#12
 */
public record TestCertificate(Path store, Path pem, Path trustStore) {
  public static final String PASSWORD = "changeit";

  /** For a host of the given name. */
  public static TestCertificate make(Path folder, String host) {
    Path made = folder.resolve(host + "-made.p12");
    keytool(made, "authority", "Authority of " + host, "-ext", "bc:c");
    keytool(made, "server", host, "-ext", "san=dns:" + host, "-signer", "authority");
    try {
      KeyStore both = KeyStore.getInstance(made.toFile(), PASSWORD.toCharArray());
      Certificate authority = both.getCertificate("authority");
      both.deleteEntry("authority");
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", authority);
      return new TestCertificate(
          write(both, folder.resolve(host + ".p12")),
          Files.writeString(folder.resolve(host + ".pem"), pem(authority), US_ASCII),
          write(trusted, folder.resolve(host + "-trusted.p12")));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path write(KeyStore store, Path file)
      throws GeneralSecurityException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64);
  }

  /** What a server with this certificate speaks TLS with. */
  public SSLContext server() {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(
          KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path store, String alias, String name, String... more) {
    String[] fixed = {
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
      "-genkeypair",
      "-keyalg",
      "EC",
      "-alias",
      alias,
      "-dname",
      "CN=" + name,
      "-storetype",
      "PKCS12",
      "-keystore",
      store.toString(),
      "-storepass",
      PASSWORD
    };
    String[] command = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, command, fixed.length, more.length);
    try {
      Process keytool =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(keytool.exitValue()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
