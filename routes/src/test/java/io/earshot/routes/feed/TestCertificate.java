package io.earshot.routes.feed.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A certificate made for a test.
 *
 * @param store with its key, PKCS#12
 * @param pem the certificate alone
 */
record TestCertificate(Path store, Path pem) {
  static final String PASSWORD = "changeit";

  /** For a host of the given name. */
  static TestCertificate make(Path folder, String host) throws IOException {
    Path store = folder.resolve(host + ".p12");
    Path pem = folder.resolve(host + ".pem");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "server",
        "-dname",
        "CN=" + host,
        "-ext",
        "san=dns:" + host,
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        "-file",
        pem.toString());
    assertThat(Files.size(pem)).isPositive();
    return new TestCertificate(store, pem);
  }

  private static void keytool(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(keytool.exitValue()).isZero();
  }
}
