package io.earshot.routes.setup;

import io.earshot.config.Section;

/**
 * Where HTTP is served.
 *
 * @param host address to bind; loopback unless others shall reach it
 * @param port 0 for a free one
 */
public record ServerSettings(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;

  public static ServerSettings from(Section section) {
    return new ServerSettings(
        section.text("host", "127.0.0.1"), section.integer("port", 0, 0, HIGHEST_PORT));
  }

  public static ServerSettings defaults() {
    return from(Section.empty());
  }

  /** The same on another port. */
  public ServerSettings withPort(int other) {
    return new ServerSettings(host, other);
  }
}
