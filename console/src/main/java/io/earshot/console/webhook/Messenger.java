package io.earshot.console.webhook;

import io.earshot.console.webhook.Outbox.Message;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Sends one message, once. Redirects are not followed: they could lead anywhere. */
final class Messenger implements AutoCloseable {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final Vertx vertx;
  private final HttpClient client;
  private final Destination destination;
  private final long timeoutMs;

  Messenger(Vertx vertx, Destination destination, Duration timeout) {
    this.vertx = vertx;
    this.destination = destination;
    this.timeoutMs = timeout.toMillis();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(256)
                .setConnectTimeout((int) timeoutMs)
                .setVerifyHost(true));
  }

  /** Succeeds when the receiver has taken it (2xx); else fails with what is to be told. */
  Future<Void> send(Message message) {
    Promise<Void> sent = Promise.promise();
    vertx.setTimer(timeoutMs, timer -> sent.tryFail("no answer in %d ms".formatted(timeoutMs)));
    vertx
        .executeBlocking(() -> destination.address(message.url()), false)
        .compose(address -> client.request(options(message, address)))
        .compose(
            request -> {
              sent.future().onFailure(late -> request.reset());
              return request.send(Buffer.buffer(message.body()));
            })
        .compose(Messenger::judge)
        .onSuccess(taken -> sent.tryComplete())
        .onFailure(sent::tryFail);
    return sent.future();
  }

  private RequestOptions options(Message message, InetAddress address) {
    URI uri = Destination.parse(message.url());
    boolean tls = Destination.isTls(uri);
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(Destination.host(uri))
        .setPort(port)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
        .setSsl(tls)
        .setFollowRedirects(false)
        .setTimeout(timeoutMs)
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "Earshot")
        .putHeader("Earshot-Delivery", message.delivery())
        .putHeader(
            "Earshot-Signature", Signature.of(message.body(), message.secret(), Instant.now()));
  }

  /** What else the receiver has to say is not waited for. */
  private static Future<Void> judge(HttpClientResponse response) {
    int status = response.statusCode();
    response.exceptionHandler(cutShort -> {});
    response.request().reset();
    if (status >= 200 && status < 300) {
      return Future.succeededFuture();
    }
    boolean elsewhere = status >= 300 && status < 400;
    return Future.failedFuture(
        elsewhere
            ? "answers %d: redirects are not followed, use the final address".formatted(status)
            : "answers %d".formatted(status));
  }

  @Override
  public void close() {
    client.close();
  }
}
