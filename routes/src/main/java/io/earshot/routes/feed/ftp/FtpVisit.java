package io.earshot.routes.feed.ftp;

import io.earshot.ingest.PlainName;
import io.earshot.routes.feed.files.Listing;
import io.earshot.routes.feed.files.RemoteFile;
import io.earshot.routes.feed.files.ServerFolder;
import io.earshot.routes.feed.files.Tour;
import io.earshot.routes.feed.files.Unfetchable;
import io.earshot.routes.feed.files.Visit;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.parser.DefaultFTPFileEntryParserFactory;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.apache.commons.net.ftp.parser.ParserInitializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session with an FTP server. Where it has machine listings (RFC 3659) these are used, for their
 * times are exact; else what {@code LIST} prints for people.
 */
final class FtpVisit implements Visit {
  private static final Logger LOG = LoggerFactory.getLogger(FtpVisit.class);

  private final FTPClient client;
  private final DataChannel channel;
  private final FtpSettings settings;
  private final ServerFolder folder;
  private final boolean exact;
  private final FTPFileEntryParser parser;

  FtpVisit(FTPClient client, DataChannel channel, FtpSettings settings, ServerFolder folder)
      throws IOException {
    this.client = client;
    this.channel = channel;
    this.settings = settings;
    this.folder = folder;
    this.exact = client.hasFeature(FTPCmd.MLST);
    this.parser = exact ? MLSxEntryParser.getInstance() : forPeople();
  }

  private FTPFileEntryParser forPeople() throws IOException {
    DefaultFTPFileEntryParserFactory factory = new DefaultFTPFileEntryParserFactory();
    try {
      boolean told = FTPReply.isPositiveCompletion(client.syst());
      return factory.createFileEntryParser(told ? client.getReplyString().substring(4) : "UNIX");
    } catch (ParserInitializationException e) {
      return factory.createFileEntryParser("UNIX");
    }
  }

  @Override
  public void list(Listing listing) throws IOException {
    Tour tour = new Tour(listing, settings.recursive(), folder.passedOver());
    tour.walk(name -> list(name, tour));
  }

  /** From within the folder: some servers take names after {@code LIST} for patterns or options. */
  private void list(String name, Tour tour) throws IOException {
    if (!client.changeWorkingDirectory(folder.path(name))) {
      throw refused();
    }
    Optional<Socket> data = channel.data(exact ? "MLSD" : "LIST");
    if (data.isEmpty()) {
      throw refused();
    }
    boolean more = true;
    try (Socket socket = data.get()) {
      socket.setSoTimeout(settings.timeoutMs());
      Lines lines = new Lines(socket.getInputStream(), settings.charset());
      for (Optional<String> line = lines.next(); more && line.isPresent(); line = lines.next()) {
        more = tell(line.get(), tour);
      }
    }
    // Who has enough hangs up, which the server may call a failure.
    if (!client.completePendingCommand() && more) {
      throw refused();
    }
  }

  private boolean tell(String line, Tour tour) throws IOException {
    FTPFile entry = parsed(line);
    boolean itself = line.startsWith("type=cdir") || line.startsWith("type=pdir");
    if (entry == null || entry.getName() == null || itself) {
      tour.count();
      return true;
    }
    Instant time = Optional.ofNullable(entry.getTimestampInstant()).orElse(Instant.EPOCH);
    return tour.entry(entry.getName(), kind(entry), entry.getSize(), time, version(time));
  }

  /** Nothing for what is no entry: the library returns null for some of it and throws at others. */
  private FTPFile parsed(String line) {
    try {
      return parser.parseFTPEntry(line);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      return null;
    }
  }

  /** What is printed for people has an hour for half a year, and then none any more. */
  private String version(Instant time) {
    return "" + (exact ? time : time.truncatedTo(ChronoUnit.DAYS)).toEpochMilli();
  }

  private static Tour.Kind kind(FTPFile entry) {
    if (entry.isDirectory()) {
      return Tour.Kind.FOLDER;
    }
    return entry.isFile() ? Tour.Kind.FILE : Tour.Kind.OTHER;
  }

  @Override
  public InputStream open(RemoteFile file) throws IOException {
    InputStream content = client.retrieveFileStream(path(file));
    if (content == null) {
      throw refused();
    }
    return new FilterInputStream(content) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
      }

      @Override
      public void close() throws IOException {
        super.close();
        if (!client.completePendingCommand()) {
          throw refused();
        }
      }
    };
  }

  /** Not by {@code MLST}, after which some servers take names for patterns. */
  @Override
  public boolean isUnchanged(RemoteFile file) throws IOException {
    String bytes = client.getSize(path(file));
    if (bytes == null) {
      return !tellsSizes();
    }
    boolean asLarge = file.bytes() < 0 || bytes.strip().equals("" + file.bytes());
    return asLarge && (!exact || isAsOld(file));
  }

  private boolean isAsOld(RemoteFile file) throws IOException {
    Instant now = client.hasFeature(FTPCmd.MDTM) ? client.mdtmInstant(path(file)) : null;
    return now == null
        || now.getEpochSecond() == file.modifiedAt().getEpochSecond(); // as exact as it must be
  }

  private boolean tellsSizes() throws IOException {
    return client.hasFeature("SIZE");
  }

  @Override
  public void delete(RemoteFile file) throws IOException {
    if (!client.deleteFile(path(file))) {
      throw refused();
    }
  }

  @Override
  public void move(RemoteFile file) throws IOException {
    String target = folder.target(file);
    makeFolders(ServerFolder.above(target));
    String free = mayExist(target) ? ServerFolder.stamped(file, target) : target;
    if (!client.rename(path(file), free)) {
      throw refused();
    }
  }

  private boolean mayExist(String path) throws IOException {
    return client.getSize(path) != null || !tellsSizes();
  }

  private void makeFolders(String path) throws IOException {
    if (!path.isEmpty() && !client.changeWorkingDirectory(path)) {
      makeFolders(ServerFolder.above(path));
      client.makeDirectory(path); // moving tells when that did not work
    }
  }

  private String path(RemoteFile file) {
    return folder.path(file.name());
  }

  private IOException refused() {
    String answer = String.valueOf(client.getReplyString()).strip();
    return FTPReply.SERVICE_NOT_AVAILABLE == client.getReplyCode()
        ? new IOException("it says " + PlainName.of(answer))
        : new Unfetchable("the server says: " + PlainName.of(answer));
  }

  @Override
  public void close() {
    leave(client);
  }

  static void leave(FTPClient client) {
    try {
      client.disconnect();
    } catch (IOException e) {
      LOG.debug("left over a line that is broken, which loses nothing", e);
    }
  }
}
