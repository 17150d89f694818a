package io.earshot.index;

import io.earshot.index.server.PrivateElasticsearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One real server for all tests of this JVM: started when first asked for. */
public final class LiveServer {
  public static final Path DISTRIBUTION = Path.of("target", "elasticsearch");

  private static LiveServer instance;

  private final Path home;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final PrivateElasticsearch server;

  private LiveServer() {
    try {
      home = Files.createTempDirectory("earshot-index-test");
      // The unprivileged user of the server has to get through.
      Files.setPosixFilePermissions(
          home, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = PrivateElasticsearch.start(IndexSettings.defaults(), DISTRIBUTION, home, notes::add);
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  public static synchronized LiveServer get() {
    if (instance == null) {
      instance = new LiveServer();
    }
    return instance;
  }

  public PrivateElasticsearch server() {
    return server;
  }

  public List<String> notes() {
    return notes;
  }

  public Path home() {
    return home;
  }

  private void end() {
    server.close();
    deleteTree(home);
  }

  public static void deleteTree(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
