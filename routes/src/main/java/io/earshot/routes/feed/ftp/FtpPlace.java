package io.earshot.routes.feed.ftp;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.About;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Afterwards;
import io.earshot.routes.feed.files.FileFeed;
import io.earshot.routes.feed.files.Place;
import io.earshot.routes.feed.files.ServerFolder;
import io.earshot.routes.feed.files.Trust;
import io.earshot.routes.feed.files.Visit;
import io.earshot.routes.source.Feed;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;

/** A folder of an FTP server. */
public final class FtpPlace implements Place {
  private final FtpSettings settings;
  private final String done;

  private FtpPlace(FtpSettings settings, String done) {
    this.settings = settings;
    this.done = done;
  }

  /** The feed that the section under {@code ftps} describes. */
  public static Feed encrypted(Section section) {
    return feed(section, true);
  }

  /** The feed that the section under {@code ftp} describes, which {@code doctor} warns of. */
  public static Feed plain(Section section) {
    return feed(section, false);
  }

  private static Feed feed(Section section, boolean tls) {
    Afterwards afterwards = Afterwards.from(section);
    FtpSettings settings = FtpSettings.from(section, tls);
    return new FileFeed(new FtpPlace(settings, afterwards.done()), afterwards);
  }

  @Override
  public About about() {
    String warning =
        settings.tls()
            ? ""
            : "not encrypted: who can listen on the way has the password and all conversations, use"
                + " ftps or sftp";
    return new About(settings.kind(), settings.toString(), false, warning);
  }

  @Override
  public Visit visit() throws IOException {
    return settings.tls() ? secure() : open();
  }

  private Visit open() throws IOException {
    PlainClient client = new PlainClient();
    try {
      signIn(client);
      return visit(client, client);
    } catch (IOException | RuntimeException e) {
      FtpVisit.leave(client);
      throw e;
    }
  }

  private Visit secure() throws IOException {
    TlsClient client = new TlsClient(settings, settings.trust().context());
    try {
      signIn(client);
      if (!client.protectsData()) {
        throw new AccessRefused("it does not encrypt files: mend the server, or use sftp");
      }
      return visit(client, client);
    } catch (SSLException e) {
      FtpVisit.leave(client);
      throw Trust.told(e, "host");
    } catch (IOException | RuntimeException e) {
      FtpVisit.leave(client);
      throw e;
    }
  }

  private Visit visit(FTPClient client, DataChannel channel) throws IOException {
    String home = client.printWorkingDirectory();
    ServerFolder folder = ServerFolder.of(home == null ? "/" : home, settings.folder(), done);
    return new FtpVisit(client, channel, settings, folder);
  }

  private void signIn(FTPClient client) throws IOException {
    client.setConnectTimeout(settings.timeoutMs());
    client.setDefaultTimeout(settings.timeoutMs());
    client.setDataTimeout(settings.timeout());
    client.setCharset(settings.charset());
    client.setControlEncoding(settings.charset().name());
    client.setSocketFactory(new BoundedSockets());
    client.connect(settings.host(), settings.port());
    client.setSocketFactory(null); // data connections are bounded by who reads them
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw new IOException("it answers " + client.getReplyCode());
    }
    if (!client.login(settings.user(), settings.password())) {
      throw new AccessRefused(
          "it does not let us in (%d): mend user or password".formatted(client.getReplyCode()));
    }
    client.setFileType(FTP.BINARY_FILE_TYPE);
    client.enterLocalPassiveMode();
  }
}
