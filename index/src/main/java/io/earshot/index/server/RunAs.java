package io.earshot.index.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The user the server runs as: the same one as Earshot, or an unprivileged one under root. */
final class RunAs {
  private static final List<String> PROGRAM_FOLDERS =
      List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin");

  /** Empty when it is the user of this process. */
  private final Optional<Ids> ids;

  private RunAs(Optional<Ids> ids) {
    this.ids = ids;
  }

  private record Ids(String user, String userId, String groupId) {}

  /**
   * @param user to run as when this process is root's
   */
  static RunAs forServer(String user) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new RunAs(Optional.empty());
    }
    if (program("setpriv").isEmpty()) {
      throw EarshotException.misconfigured(
          "Elasticsearch does not run as root, and 'setpriv' to start it as another user is missing: "
              + "install the package util-linux, start Earshot as an ordinary user, or name a running server in index.url");
    }
    return new RunAs(Optional.of(lookUp(user)));
  }

  private static Ids lookUp(String user) {
    Optional<String> userId = output(List.of("id", "-u", user));
    Optional<String> groupId = output(List.of("id", "-g", user));
    if (userId.isEmpty() || groupId.isEmpty() || userId.get().equals("0")) {
      throw EarshotException.misconfigured(
          "Elasticsearch does not run as root, and '%s' of index.user is no unprivileged user of this machine: name one that exists"
              .formatted(user));
    }
    return new Ids(user, userId.get(), groupId.get());
  }

  boolean isOther() {
    return ids.isPresent();
  }

  String name() {
    return ids.map(Ids::user).orElse(System.getProperty("user.name"));
  }

  /**
   * The command, run by this user, deaf to the terminal's Ctrl-C and to its end. Not in a session
   * of its own: Linux shares processors between sessions first (autogroups), and the low priority
   * of our recognizers would count for nothing against the server.
   */
  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>();
    program("sh")
        .ifPresent(
            shell -> whole.addAll(List.of(shell, "-c", "trap '' INT HUP; exec \"$@\"", "sh")));
    ids.ifPresent(
        other ->
            whole.addAll(
                List.of(
                    program("setpriv").orElse("setpriv"),
                    "--reuid=" + other.userId(),
                    "--regid=" + other.groupId(),
                    "--clear-groups",
                    "--no-new-privs")));
    whole.addAll(command);
    return whole;
  }

  /** Whether this user can read a file or folder, with all that lies above it. */
  boolean canRead(Path path) {
    if (ids.isEmpty()) {
      return Files.isReadable(path);
    }
    return output(command(List.of("test", "-r", path.toString()))).isPresent();
  }

  /** Whether this user can get through a folder, with all that lies above it. */
  boolean canEnter(Path folder) {
    if (ids.isEmpty()) {
      return Files.isExecutable(folder);
    }
    return output(command(List.of("test", "-x", folder.toString()))).isPresent();
  }

  /** Gives a file or folder to this user. */
  void own(Path path) throws IOException {
    if (ids.isEmpty()) {
      return;
    }
    UserPrincipalLookupService principals = path.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    PosixFileAttributes attributes = view.readAttributes();
    if (!attributes.owner().getName().equals(ids.get().user())) {
      view.setOwner(principals.lookupPrincipalByName(ids.get().user()));
    }
  }

  /** What a short command prints, when it ends well. */
  private static Optional<String> output(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readNBytes(4096), UTF_8).trim();
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> program(String name) {
    return PROGRAM_FOLDERS.stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
