package io.earshot.routes.feed.ftp;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** A client that can be asked for a raw listing, to be read within bounds. */
interface DataChannel {

  /** Opens the connection over which the answer to a command comes; empty when it is refused. */
  Optional<Socket> data(String command) throws IOException;
}
