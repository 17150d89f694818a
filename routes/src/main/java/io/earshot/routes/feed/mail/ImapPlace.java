package io.earshot.routes.feed.mail;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.About;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Afterwards;
import io.earshot.routes.feed.files.FileFeed;
import io.earshot.routes.feed.files.Place;
import io.earshot.routes.feed.files.Trust;
import io.earshot.routes.feed.files.Visit;
import io.earshot.routes.source.Feed;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A folder of a mailbox, read by IMAP. */
public final class ImapPlace implements Place {
  private final ImapSettings settings;
  private final String done;
  private final boolean reads;

  private ImapPlace(ImapSettings settings, String done, boolean reads) {
    this.settings = settings;
    this.done = done;
    this.reads = reads;
  }

  /** The feed that the section under {@code imap} describes. */
  public static Feed feed(Section section) {
    ImapSettings settings = ImapSettings.from(section);
    Afterwards chosen = Afterwards.from(section);
    boolean stays = !chosen.deletes() && chosen.done().isEmpty();
    if (settings.seen() && !stays) {
      section.problem("seen", "stands beside 'delete' or 'done': one thing is done with a message");
    }
    // To mark a message is this place's way to let go of it.
    Afterwards afterwards = settings.seen() ? new Afterwards(true, "") : chosen;
    return new FileFeed(
        new ImapPlace(settings, chosen.done(), stays && !settings.seen()), afterwards);
  }

  @Override
  public About about() {
    String warning =
        settings.tls() == ImapSettings.Tls.NONE
            ? "the password and all messages go unencrypted: set tls to implicit or starttls"
            : "";
    return new About("imap", settings.toString(), true, warning);
  }

  @Override
  public Visit visit() throws IOException {
    IMAPStore store = null;
    try {
      store = (IMAPStore) session().getStore("imap");
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
      if (!folder.exists()) {
        throw new AccessRefused(
            "there is no folder '%s': make it, or mend folder".formatted(settings.folder()));
      }
      folder.open(reads ? Folder.READ_ONLY : Folder.READ_WRITE);
      return new ImapVisit(store, folder, settings, done);
    } catch (MessagingException | IOException e) {
      ImapVisit.leave(store);
      throw failure(e);
    }
  }

  private Session session() throws IOException {
    Properties properties = settings.properties();
    ImapSockets sockets = new ImapSockets(settings.trust().context());
    properties.put("mail.imap.ssl.socketFactory", sockets);
    properties.put("mail.imap.socketFactory", sockets.plain());
    properties.put("mail.imap.socketFactory.fallback", "false");
    return Session.getInstance(properties);
  }

  private static IOException failure(Exception e) {
    if (e instanceof AuthenticationFailedException) {
      return new AccessRefused("it lets nobody in with these: mend user and password");
    }
    if (String.valueOf(e.getMessage()).startsWith("STARTTLS required")) {
      return new AccessRefused(
          "it offers no STARTTLS, and was told nothing: mend the server, or set tls to implicit");
    }
    return Trust.told(e, "host");
  }
}
