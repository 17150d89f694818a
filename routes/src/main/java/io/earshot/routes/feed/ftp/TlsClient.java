package io.earshot.routes.feed.ftp;

import io.earshot.routes.feed.files.Trust;
import io.earshot.routes.feed.files.UnconnectedSockets;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * FTP over TLS, control and data. A data connection resumes the control connection's session:
 * servers such as vsftpd take no other, since else anyone could come first and take the file. Java
 * looks for a session by host and port, so the sockets of data connections name the port of the
 * control connection as theirs.
 */
final class TlsClient extends FTPSClient implements DataChannel {
  private final SSLContext context;
  private final String host;
  private final int port;

  TlsClient(FtpSettings settings, SSLContext context) {
    super(settings.implicit(), context);
    this.context = context;
    this.host = settings.host();
    this.port = settings.port();
    setEndpointCheckingEnabled(true);
  }

  /** Asks for encrypted data; the library's own way would keep us from resuming the session. */
  boolean protectsData() throws IOException {
    execPBSZ(0);
    setSocketFactory(new SamePort(port));
    return FTPReply.isPositiveCompletion(sendCommand("PROT", "P"));
  }

  @Override
  public Optional<Socket> data(String command) throws IOException {
    return Optional.ofNullable(_openDataConnection_(command, null));
  }

  @Override
  protected Socket _openDataConnection_(String command, String argument) throws IOException {
    Socket plain = super._openDataConnection_(command, argument);
    if (plain == null) {
      return null; // the library's way to say that it was refused
    }
    return Trust.secured(context, plain, host, port);
  }

  private static final class SamePort extends UnconnectedSockets {
    private final int port;

    SamePort(int port) {
      this.port = port;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public int getPort() {
          return port;
        }
      };
    }
  }
}
