package io.earshot.index.server;

import io.earshot.index.IndexSettings;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** A program of its own that starts a server and waits to be killed. */
final class Keeper {
  private Keeper() {}

  /** Arguments: distribution and home. */
  public static void main(String[] arguments) throws InterruptedException {
    PrivateElasticsearch server =
        PrivateElasticsearch.start(
            IndexSettings.defaults(),
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            LoggerFactory.getLogger(Keeper.class)::info);
    LoggerFactory.getLogger(Keeper.class).info("READY {}", server.processId().orElseThrow());
    Thread.currentThread().join();
  }
}
