package io.earshot.index.server;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the server and its files lie.
 *
 * @param distribution the unpacked Elasticsearch, shared by all homes and never written to
 * @param base the folder with the server's own data, configuration and logs
 * @param run what only Earshot may read: password, ports, lock
 */
record ServerFolders(Path distribution, Path base, Path run) {
  private static final String START_SCRIPT = "bin/elasticsearch";

  Path data() {
    return base.resolve("data");
  }

  Path logs() {
    return base.resolve("logs");
  }

  Path configuration() {
    return base.resolve("config");
  }

  Path temporary() {
    return base.resolve("tmp");
  }

  /** Written by the server: the id of its process. */
  Path processId() {
    return base.resolve("server.pid");
  }

  Path console() {
    return run.resolve("elasticsearch-console.log");
  }

  Path startScript() {
    return distribution.resolve(START_SCRIPT);
  }

  /** Finds or makes the folders, elsewhere when the server's user can't reach them. */
  static ServerFolders prepare(Path distribution, Path home, RunAs user, Consumer<String> notes) {
    try {
      requireJava(user);
      Path reachable = distribution(unpacked(distribution), user, notes);
      Path run = Files.createDirectories(home.toAbsolutePath().resolve("run"));
      restrict(run);
      Path base = base(home.toAbsolutePath().normalize(), user, notes);
      ServerFolders folders = new ServerFolders(reachable, base, run);
      for (Path folder :
          List.of(
              base, folders.data(), folders.logs(), folders.configuration(), folders.temporary())) {
        Files.createDirectories(folder);
        restrict(folder);
        user.own(folder);
      }
      return folders;
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "The folders of Elasticsearch under %s can't be made (%s): free disk space, or give Earshot the right to write there"
              .formatted(home, e),
          e);
    }
  }

  private static void requireJava(RunAs user) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!user.canRead(java)) {
      throw EarshotException.misconfigured(
          "The user %s, as whom Elasticsearch runs, can't read %s: start Earshot with a Java that everybody can use, or set index.user to another user"
              .formatted(user.name(), java));
    }
  }

  /** The folder with the start script: the one named or the only one in it. */
  private static Path unpacked(Path distribution) throws IOException {
    if (Files.isRegularFile(distribution.resolve(START_SCRIPT))) {
      return distribution.toAbsolutePath();
    }
    if (Files.isDirectory(distribution)) {
      try (Stream<Path> inside = Files.list(distribution)) {
        List<Path> found =
            inside.filter(path -> Files.isRegularFile(path.resolve(START_SCRIPT))).toList();
        if (found.size() == 1) {
          return found.get(0).toAbsolutePath();
        }
      }
    }
    throw EarshotException.misconfigured(
        "No Elasticsearch in %s: build Earshot again, which unpacks it there, or name a running server in index.url"
            .formatted(distribution));
  }

  private static Path base(Path home, RunAs user, Consumer<String> notes) throws IOException {
    Path wanted = home.resolve("elasticsearch");
    if (!user.isOther() || user.canEnter(home)) {
      return wanted;
    }
    Path elsewhere = temporary("earshot-" + ConversationId.ofText(home.toString()));
    notes.accept(
        "The user %s can't get to %s: the index is kept in %s; set EARSHOT_HOME to a folder open to that user, or index.user to another one"
            .formatted(user.name(), wanted, elsewhere));
    return Files.createDirectories(elsewhere.resolve("elasticsearch"));
  }

  private static Path distribution(Path unpacked, RunAs user, Consumer<String> notes)
      throws IOException {
    if (!user.isOther() || user.canRead(unpacked.resolve(START_SCRIPT))) {
      return unpacked;
    }
    Path copy = temporary("earshot-distribution").resolve(unpacked.getFileName());
    notes.accept(
        "The user %s can't read %s: Elasticsearch is started from a copy in %s"
            .formatted(user.name(), unpacked, copy));
    TreeCopy.make(unpacked, copy);
    return copy;
  }

  /**
   * A folder for temporary files, that others can pass through but not change. The name is known to
   * everybody, so one that somebody else made is refused.
   */
  private static Path temporary(String name) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), name);
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder);
    }
    String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !owner.equals(System.getProperty("user.name"))) {
      throw EarshotException.misconfigured(
          "%s belongs to %s, not to Earshot: remove it or set java.io.tmpdir to another folder"
              .formatted(folder, owner));
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return folder;
  }

  private static void restrict(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }
}
