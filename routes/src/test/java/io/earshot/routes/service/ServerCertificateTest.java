package io.earshot.routes.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.setup.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS on the server itself, with a certificate made for the test. */
class ServerCertificateTest {
  private static final String PASSWORD = "changeit-for-tests";

  @TempDir Path folder;

  private static void pem(Path file, String what, byte[] content) throws Exception {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, base64, what));
  }

  private KeyStore certificate() throws Exception {
    Path file = folder.resolve("made.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private Settings settings(String console) throws Exception {
    Path file = folder.resolve("settings.yaml");
    Files.writeString(file, "index: {url: 'http://127.0.0.1:9'}\n" + console);
    return Settings.load(file);
  }

  private Service serve(Settings settings) {
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    Home home =
        new Home(folder.resolve("home"), checkout.resolve("routes/target/dist"), checkout).create();
    return Service.start(
        HostLock.tryAcquire(home).orElseThrow(),
        home,
        settings,
        Set.of(Role.CONSOLE),
        Notes.SILENT);
  }

  @Test
  void peopleComeByHttpsAlone() throws Exception {
    KeyStore made = certificate();
    pem(folder.resolve("c.pem"), "CERTIFICATE", made.getCertificate("server").getEncoded());
    pem(
        folder.resolve("k.pem"),
        "PRIVATE KEY",
        made.getKey("server", PASSWORD.toCharArray()).getEncoded());
    Settings settings =
        settings(
            "console: {tls: {certificate: %s, key: %s}}\n"
                .formatted(folder.resolve("c.pem"), folder.resolve("k.pem")));
    try (Service service = serve(settings)) {
      assertThat(service.httpUrl()).startsWith("https://");
      HttpResponse<String> reply =
          trusting(made, "TLSv1.3")
              .send(
                  HttpRequest.newBuilder(URI.create(service.httpUrl() + "/api/v1/session"))
                      .header("Content-Type", "application/json")
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              "{\"name\":\"admin\",\"password\":\"%s\"}"
                                  .formatted(service.firstPassword().orElseThrow())))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(reply.statusCode()).isEqualTo(200);
      Map<String, String> headers =
          Map.of(
              "Set-Cookie", reply.headers().firstValue("Set-Cookie").orElse(""),
              "HSTS", reply.headers().firstValue("Strict-Transport-Security").orElse(""));
      assertThat(headers.get("Set-Cookie")).startsWith("__Host-").contains("Secure");
      assertThat(headers.get("HSTS")).contains("max-age=63072000");
      HttpRequest health =
          HttpRequest.newBuilder(URI.create(service.httpUrl() + "/health")).build();
      assertThatThrownBy(
              () -> trusting(made, "TLSv1.1").send(health, HttpResponse.BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  private static HttpClient trusting(KeyStore store, String protocol) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    return HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build();
  }

  @Test
  void filesThatCanNotBeUsedStopTheStart() throws Exception {
    Files.writeString(folder.resolve("c.pem"), "nothing");
    Settings settings =
        settings(
            "console: {tls: {certificate: %s, key: %s}}\n"
                .formatted(folder.resolve("c.pem"), folder.resolve("c.pem")));

    assertThatThrownBy(() -> serve(settings))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("console.tls")
        .hasMessageContaining("PKCS#8");
  }
}
