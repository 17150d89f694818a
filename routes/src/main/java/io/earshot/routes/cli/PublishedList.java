package io.earshot.routes.cli;

import io.earshot.asr.model.PublishedModels;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.download.WebAddress;
import io.earshot.routes.setup.ModelSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the list of published models comes from: the web, or a file that somebody brought. */
record PublishedList(ModelSettings settings) {

  /**
   * Reads it.
   *
   * @throws EarshotException of kind UNAVAILABLE when it can't be had, which is so on a machine
   *     without the web
   */
  PublishedModels read() {
    String place = settings.list();
    try {
      return PublishedModels.parse(
          WebAddress.isOne(place) ? fromWeb(place) : fromFile(Path.of(place)), place);
    } catch (EarshotException e) {
      throw new EarshotException(
          e.kind(),
          ("%s. Without the web: bring NAME.zip from another machine and run 'earshot models install"
                  + " NAME.zip', or a copy of the list and name it as models.list")
              .formatted(e.getMessage()),
          e);
    }
  }

  private byte[] fromWeb(String place) {
    return WebAddress.of(place).read(PublishedModels.MOST_BYTES, settings.timeout());
  }

  private static byte[] fromFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(PublishedModels.MOST_BYTES);
    } catch (IOException e) {
      throw EarshotException.misconfigured(
          "The list of published models %s can't be read (%s): correct models.list"
              .formatted(file, e));
    }
  }
}
