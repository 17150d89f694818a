package io.earshot.console.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.function.BiConsumer;

/** Routes on a free port of this machine, over real HTTP. */
public final class LocalServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  /** Serves what is put on the router. */
  public LocalServer(BiConsumer<Vertx, Router> routes) {
    Router router = Router.router(vertx);
    routes.accept(vertx, router);
    this.server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  /** What it runs on, for clients of the test. */
  public Vertx vertx() {
    return vertx;
  }

  /** Without a path. */
  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
