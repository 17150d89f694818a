package io.earshot.index.server;

import io.earshot.index.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the server that another process has started for a home. */
final class RunningServer {
  private RunningServer() {}

  static Optional<ServerAddress> of(Path run) {
    try {
      Optional<Integer> port = Ports.lastHttp(run);
      // Without a holder of the lock the port may be anybody's, who must not see the password.
      if (port.isEmpty() || !HomeLock.isHeld(run) || !Files.isReadable(Credentials.file(run))) {
        return Optional.empty();
      }
      ServerAddress address =
          new ServerAddress(
              "http://127.0.0.1:" + port.get(), Credentials.USER, Credentials.of(run).password());
      return Optional.of(address).filter(found -> new HealthProbe(found).isReady());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
