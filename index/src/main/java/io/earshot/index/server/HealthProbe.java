package io.earshot.index.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.index.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/** Asks a server whether it can work. Safe for many threads. */
final class HealthProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;

  HealthProbe(ServerAddress address) {
    String user = address.username() + ":" + address.password();
    this.request =
        HttpRequest.newBuilder(
                URI.create(address.url() + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)))
            .timeout(PATIENCE)
            .build();
  }

  /** Whether it answers and all its data can be read. */
  boolean isReady() {
    try {
      HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
      return response.statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
