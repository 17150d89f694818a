package io.earshot.routes.feed.mail;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.Trust;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A folder of a mailbox, and how its server lets us in.
 *
 * @param host its name or address ({@code host})
 * @param port ({@code port}; 993, or 143 where encryption does not come first)
 * @param user ({@code user})
 * @param password secret ({@code password})
 * @param folder ({@code folder}, INBOX)
 * @param tls how the way is encrypted ({@code tls}, implicit)
 * @param trust which certificates are believed
 * @param seen whether messages are marked as seen once they were received, and only unseen ones are
 *     taken ({@code seen}, false)
 * @param timeout for connecting and for each answer ({@code timeout}, 30s)
 */
record ImapSettings(
    String host,
    int port,
    String user,
    String password,
    String folder,
    Tls tls,
    Trust trust,
    boolean seen,
    Duration timeout) {

  /** When encryption begins. */
  enum Tls {
    IMPLICIT(993),
    STARTTLS(143),
    NONE(143);

    private final int port;

    Tls(int port) {
      this.port = port;
    }

    static Optional<Tls> of(String text) {
      return Arrays.stream(values())
          .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ImapSettings from(Section section) {
    Tls tls = section.parsed("tls", "implicit, starttls or none", Tls::of, Tls.IMPLICIT);
    ImapSettings settings =
        new ImapSettings(
            section.required("host"),
            section.integer("port", tls.port, 1, 65_535),
            section.required("user"),
            section.secret("password", ""),
            section.text("folder", "INBOX"),
            tls,
            Trust.from(section, tls != Tls.NONE),
            section.flag("seen", false),
            section.duration("timeout", Duration.ofSeconds(30)));
    if (settings.password.isEmpty()) {
      section.problem("password", "is missing");
    }
    return settings;
  }

  /** What the mail library is to be told, but for whom to trust. */
  Properties properties() {
    String milliseconds = Long.toString(Math.max(1, timeout.toMillis()));
    Properties properties = new Properties();
    properties.put("mail.imap.connectiontimeout", milliseconds);
    properties.put("mail.imap.timeout", milliseconds);
    properties.put("mail.imap.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.imap.ssl.enable", Boolean.toString(tls == Tls.IMPLICIT));
    properties.put("mail.imap.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
    properties.put("mail.imap.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
    // Messages come in pieces of this size, so that none is in memory whole.
    properties.put("mail.imap.fetchsize", Integer.toString(1 << 18));
    return properties;
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "imap://%s@%s:%d/%s".formatted(user, host, port, folder);
  }
}
