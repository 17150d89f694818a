package io.earshot.routes.feed.ftp;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPClient;

/** FTP as it was in 1985. */
final class PlainClient extends FTPClient implements DataChannel {
  @Override
  public Optional<Socket> data(String command) throws IOException {
    return Optional.ofNullable(_openDataConnection_(command, null));
  }
}
