package io.earshot.index.server;

import io.earshot.index.LiveServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that looks like an Elasticsearch and does what a test wants. */
final class FakeDistribution implements AutoCloseable {
  private final Path root;

  FakeDistribution(String script) {
    try {
      root = Files.createTempDirectory("earshot-fake");
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path bin = Files.createDirectories(root.resolve("distribution/bin"));
      Files.writeString(bin.resolve("elasticsearch"), script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path distribution() {
    return root.resolve("distribution");
  }

  Path home() {
    return root.resolve("home");
  }

  @Override
  public void close() {
    LiveServer.deleteTree(root);
  }
}
