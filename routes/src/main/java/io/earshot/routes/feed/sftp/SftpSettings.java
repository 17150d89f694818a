package io.earshot.routes.feed.sftp;

import io.earshot.config.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where files lie on an SSH server, and how it lets us in.
 *
 * @param host its name or address ({@code host})
 * @param port ({@code port}, 22)
 * @param folder what is read, from the user's home on or from the root ({@code folder}, the home)
 * @param user ({@code user})
 * @param password ({@code password}); empty when a key is used
 * @param key file with the private key ({@code key})
 * @param passphrase of that key ({@code passphrase}); may be empty
 * @param knownHosts file with the keys of servers, as OpenSSH writes it ({@code known_hosts}, the
 *     user's own)
 * @param fingerprints of the server's keys, such as {@code SHA256:...} ({@code host_key}); when
 *     given, that file is not asked
 * @param recursive whether folders in the folder are read ({@code recursive}, true)
 * @param timeout for connecting and for each answer ({@code timeout}, 30s)
 */
record SftpSettings(
    String host,
    int port,
    String folder,
    String user,
    String password,
    Optional<Path> key,
    String passphrase,
    Path knownHosts,
    List<String> fingerprints,
    boolean recursive,
    Duration timeout) {

  static SftpSettings from(Section section) {
    SftpSettings settings =
        new SftpSettings(
            section.required("host"),
            section.integer("port", 22, 1, 65_535),
            section.text("folder", ""),
            section.required("user"),
            section.secret("password", ""),
            section.path("key"),
            section.secret("passphrase", ""),
            section
                .path("known_hosts")
                .orElse(Path.of(System.getProperty("user.home"), ".ssh", "known_hosts")),
            section.texts("host_key"),
            section.flag("recursive", true),
            section.duration("timeout", Duration.ofSeconds(30)));
    if (settings.password.isEmpty() && settings.key.isEmpty()) {
      section.problem("password", "is missing, and there is no 'key' either");
    }
    if (!settings.fingerprints.stream().allMatch(text -> text.startsWith("SHA256:"))) {
      section.problem("host_key", "must begin with SHA256:, as 'ssh-keygen -lf FILE' prints it");
    }
    return settings;
  }

  int timeoutMs() {
    return (int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    String slash = folder.startsWith("/") || folder.isEmpty() ? "" : "/~/";
    return "sftp://%s@%s:%d%s%s".formatted(user, host, port, slash, folder);
  }
}
