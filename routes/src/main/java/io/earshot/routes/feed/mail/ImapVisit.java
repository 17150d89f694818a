package io.earshot.routes.feed.mail;

import io.earshot.routes.feed.files.BoundedStream;
import io.earshot.routes.feed.files.Listing;
import io.earshot.routes.feed.files.RemoteFile;
import io.earshot.routes.feed.files.Unfetchable;
import io.earshot.routes.feed.files.Visit;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox that is open. Messages are named by the numbers that the server never gives again. */
final class ImapVisit implements Visit {
  /** As large as a message may be that is read from a file. */
  static final long MOST_BYTES = 64L << 20;

  private static final int CHUNK = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(ImapVisit.class);

  private final IMAPStore store;
  private final IMAPFolder folder;
  private final ImapSettings settings;
  private final String done;

  ImapVisit(IMAPStore store, IMAPFolder folder, ImapSettings settings, String done) {
    this.store = store;
    this.folder = folder;
    this.settings = settings;
    this.done = done;
  }

  /** Something that is asked of the server. */
  private interface Question<T> {
    T ask() throws MessagingException, IOException;
  }

  private static <T> T answer(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (MessageRemovedException e) {
      throw new Unfetchable("it is not there any more");
    } catch (MessagingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void list(Listing listing) throws IOException {
    answer(
        () -> {
          Message[] messages =
              settings.seen()
                  ? folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))
                  : folder.getMessages();
          for (int from = 0; from < messages.length; from += CHUNK) {
            int to = Math.min(from + CHUNK, messages.length);
            if (!list(Arrays.copyOfRange(messages, from, to), listing)) {
              break;
            }
          }
          return true;
        });
  }

  private boolean list(Message[] messages, Listing listing) throws MessagingException {
    FetchProfile facts = new FetchProfile();
    facts.add(UIDFolder.FetchProfileItem.UID);
    facts.add(IMAPFolder.FetchProfileItem.SIZE);
    facts.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    facts.add(FetchProfile.Item.FLAGS);
    folder.fetch(messages, facts);
    for (Message message : messages) {
      if (!message.isExpunged() && !message.isSet(Flags.Flag.DELETED) && !found(message, listing)) {
        return false;
      }
    }
    return true;
  }

  /** Servers tell sizes before they make the lines' ends, so the size serves as a bound only. */
  private boolean found(Message message, Listing listing) throws MessagingException {
    String name = name(folder.getUID(message));
    if (message.getSize() > MOST_BYTES) {
      listing.refused(
          name,
          "%d bytes, more than the %d that a mail may have"
              .formatted(message.getSize(), MOST_BYTES));
      return true;
    }
    Date received = message.getReceivedDate();
    Instant at = received == null ? Instant.EPOCH : received.toInstant();
    return listing.found(new RemoteFile(name, -1, at, ""));
  }

  private String name(long uid) throws MessagingException {
    String plain = settings.folder().replaceAll("[^\\p{L}\\p{N}]+", "-");
    return "%s-%d-%d.eml".formatted(plain, folder.getUIDValidity(), uid);
  }

  private IMAPMessage message(RemoteFile file) throws MessagingException, IOException {
    String name = file.name();
    long uid = Long.parseLong(name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.')));
    Message message = name.equals(name(uid)) ? folder.getMessageByUID(uid) : null;
    if (message == null || message.isExpunged()) {
      throw new Unfetchable("it is not there any more");
    }
    return (IMAPMessage) message;
  }

  @Override
  public InputStream open(RemoteFile file) throws IOException {
    return answer(
        () -> {
          IMAPMessage message = message(file);
          message.setPeek(true); // to look is not to read: its flags stay as they are
          return new BoundedStream(
              message.getMimeStream(),
              MOST_BYTES,
              () -> new Unfetchable("it has more than %d bytes".formatted(MOST_BYTES)));
        });
  }

  /** Messages never change; they are there or not. */
  @Override
  public boolean isUnchanged(RemoteFile file) throws IOException {
    try {
      return answer(() -> !message(file).isSet(Flags.Flag.DELETED));
    } catch (Unfetchable e) {
      return false;
    }
  }

  @Override
  public void delete(RemoteFile file) throws IOException {
    answer(
        () -> {
          IMAPMessage message = message(file);
          message.setFlag(settings.seen() ? Flags.Flag.SEEN : Flags.Flag.DELETED, true);
          if (!settings.seen()) {
            expunge(message);
          }
          return true;
        });
  }

  /** Only this one: others that are marked as deleted are not ours to remove. */
  private void expunge(IMAPMessage message) throws MessagingException {
    if (store.hasCapability("UIDPLUS")) {
      folder.expunge(new Message[] {message});
    }
  }

  @Override
  public void move(RemoteFile file) throws IOException {
    answer(
        () -> {
          IMAPMessage message = message(file);
          Folder target = store.getFolder(done);
          if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
            throw new Unfetchable("there is no folder '%s', and it can't be made".formatted(done));
          }
          Message[] one = {message};
          if (store.hasCapability("MOVE")) {
            folder.moveMessages(one, target);
          } else {
            folder.copyMessages(one, target);
            message.setFlag(Flags.Flag.DELETED, true);
            expunge(message);
          }
          return true;
        });
  }

  @Override
  public void close() {
    try {
      if (folder.isOpen()) {
        folder.close(false);
      }
    } catch (MessagingException | IllegalStateException e) {
      LOG.debug("left a folder over a line that is broken, which undoes nothing", e);
    }
    leave(store);
  }

  static void leave(IMAPStore store) {
    try {
      if (store != null) {
        store.close();
      }
    } catch (MessagingException e) {
      LOG.debug("left a mailbox over a line that is broken", e);
    }
  }
}
