package io.earshot.routes.feed.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntrySelector;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import io.earshot.ingest.PlainName;
import io.earshot.routes.feed.files.Listing;
import io.earshot.routes.feed.files.RemoteFile;
import io.earshot.routes.feed.files.ServerFolder;
import io.earshot.routes.feed.files.Tour;
import io.earshot.routes.feed.files.Unfetchable;
import io.earshot.routes.feed.files.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A session with an SSH server. */
final class SftpVisit implements Visit {
  /** Of a mode as {@code stat} has it (POSIX). */
  private static final int TYPE_BITS = 0xF000;

  private final Session session;
  private final ChannelSftp channel;
  private final boolean recursive;
  private final ServerFolder folder;

  SftpVisit(Session session, ChannelSftp channel, SftpSettings settings, String done)
      throws SftpException {
    this.session = session;
    this.channel = channel;
    this.recursive = settings.recursive();
    this.folder = ServerFolder.of(channel.pwd(), settings.folder(), done);
  }

  @Override
  public void list(Listing listing) throws IOException {
    Tour tour = new Tour(listing, recursive, folder.passedOver());
    tour.walk(name -> list(name, tour));
  }

  private void list(String name, Tour tour) throws IOException {
    IOException[] trouble = new IOException[1];
    LsEntrySelector selector =
        entry -> {
          try {
            SftpATTRS attributes = entry.getAttrs();
            boolean more =
                tour.entry(
                    entry.getFilename(), kind(attributes), bytes(attributes), time(attributes));
            return more ? LsEntrySelector.CONTINUE : LsEntrySelector.BREAK;
          } catch (IOException e) {
            trouble[0] = e;
            return LsEntrySelector.BREAK;
          }
        };
    ask(
        () -> {
          channel.ls(quoted(folder.path(name)), selector);
          return true;
        });
    if (trouble[0] != null) {
      throw trouble[0];
    }
  }

  /** Some servers tell no types at all; what is no file there can't be opened. */
  private static Tour.Kind kind(SftpATTRS attributes) {
    if (attributes.isDir()) {
      return Tour.Kind.FOLDER;
    }
    boolean told = (attributes.getPermissions() & TYPE_BITS) != 0;
    return attributes.isReg() || !told ? Tour.Kind.FILE : Tour.Kind.OTHER;
  }

  private static long bytes(SftpATTRS attributes) {
    boolean told = (attributes.getFlags() & SftpATTRS.SSH_FILEXFER_ATTR_SIZE) != 0;
    return told ? attributes.getSize() : -1;
  }

  private static Instant time(SftpATTRS attributes) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(attributes.getMTime()));
  }

  @Override
  public InputStream open(RemoteFile file) throws IOException {
    return ask(() -> channel.get(quoted(path(file))));
  }

  /** A link in the place of a file, which would lead elsewhere, is a change. */
  @Override
  public boolean isUnchanged(RemoteFile file) throws IOException {
    try {
      SftpATTRS now = channel.lstat(quoted(path(file)));
      return kind(now) == Tour.Kind.FILE
          && bytes(now) == file.bytes()
          && time(now).equals(file.modifiedAt());
    } catch (SftpException e) {
      if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw failure(e);
    }
  }

  @Override
  public void delete(RemoteFile file) throws IOException {
    ask(
        () -> {
          channel.rm(quoted(path(file)));
          return true;
        });
  }

  @Override
  public void move(RemoteFile file) throws IOException {
    String target = folder.target(file);
    makeFolders(ServerFolder.above(target));
    String free = exists(target) ? ServerFolder.stamped(file, target) : target;
    ask(
        () -> {
          channel.rename(quoted(path(file)), quoted(free));
          return true;
        });
  }

  private void makeFolders(String path) throws IOException {
    if (path.isEmpty() || exists(path)) {
      return;
    }
    makeFolders(ServerFolder.above(path));
    ask(
        () -> {
          channel.mkdir(quoted(path));
          return true;
        });
  }

  private boolean exists(String path) throws IOException {
    try {
      channel.lstat(quoted(path));
      return true;
    } catch (SftpException e) {
      if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return false;
      }
      throw failure(e);
    }
  }

  private String path(RemoteFile file) {
    return folder.path(file.name());
  }

  /** The library takes stars and question marks for patterns. */
  private static String quoted(String path) {
    return path.replaceAll("[\\\\*?]", "\\\\$0");
  }

  /** A question to the server. */
  private interface Question<T> {
    T ask() throws SftpException;
  }

  private <T> T ask(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (SftpException e) {
      throw failure(e);
    }
  }

  private IOException failure(SftpException e) {
    String why = String.valueOf(e.getMessage());
    boolean lost = !channel.isConnected() || !session.isConnected();
    boolean own = e.getCause() != null || e.id == ChannelSftp.SSH_FX_CONNECTION_LOST;
    return lost || own
        ? new IOException(why, e)
        : new Unfetchable("the server says: " + PlainName.of(why));
  }

  @Override
  public void close() {
    channel.disconnect();
    session.disconnect();
  }
}
