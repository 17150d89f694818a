package io.earshot.routes.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote into the program. */
public final class Version {
  private Version() {}

  public static String number() {
    Properties properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("/version.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the version from the jar failed", e);
    }
    return properties.getProperty("version");
  }
}
