package io.earshot.routes.feed.ftp;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.Trust;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Where files lie on an FTP server, and how it lets us in.
 *
 * @param tls whether the way is encrypted: {@code ftps} instead of {@code ftp}
 * @param implicit whether TLS begins before anything is said ({@code implicit}, false)
 * @param trust which certificates are believed
 * @param host its name, which its certificate must hold ({@code host})
 * @param port ({@code port}, 21, or 990 when implicit)
 * @param folder what is read, from the user's home on or from the root ({@code folder}, the home)
 * @param user ({@code user})
 * @param password ({@code password})
 * @param charset of names ({@code charset}, UTF-8)
 * @param recursive whether folders in the folder are read ({@code recursive}, true)
 * @param timeout for connecting and for each answer ({@code timeout}, 30s)
 */
record FtpSettings(
    boolean tls,
    boolean implicit,
    Trust trust,
    String host,
    int port,
    String folder,
    String user,
    String password,
    Charset charset,
    boolean recursive,
    Duration timeout) {

  static FtpSettings from(Section section, boolean tls) {
    boolean implicit = tls && section.flag("implicit", false);
    return new FtpSettings(
        tls,
        implicit,
        tls ? Trust.from(section, true) : Trust.JAVAS,
        section.required("host"),
        section.integer("port", implicit ? 990 : 21, 1, 65_535),
        section.text("folder", ""),
        section.required("user"),
        section.secret("password", ""),
        section.parsed(
            "charset",
            "a charset such as UTF-8 or GBK",
            name -> Optional.of(Charset.forName(name)),
            StandardCharsets.UTF_8),
        section.flag("recursive", true),
        section.duration("timeout", Duration.ofSeconds(30)));
  }

  String kind() {
    return tls ? "ftps" : "ftp";
  }

  int timeoutMs() {
    return (int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    String slash = folder.startsWith("/") || folder.isEmpty() ? "" : "/~/";
    return "%s://%s@%s:%d%s%s".formatted(kind(), user, host, port, slash, folder);
  }
}
