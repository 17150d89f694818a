package io.earshot.routes.feed.message;

import io.earshot.routes.source.Inlet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A message that becomes a file of the landing folder, whatever it holds: what can't be read is
 * refused by the intake, with the reason, and kept there. Delivered twice it gets the same name.
 *
 * @param place where it came from, such as a queue's name
 * @param id what tells it from all others of that place
 * @param at when it was sent
 */
record ArrivedMessage(String place, String id, Instant at) {
  private static final int LONGEST_PLACE = 150;

  /** Blanks that may stand before what tells the kind. */
  private static final int OPENING = 64;

  /**
   * Hands it over; it is on this machine's disk when this returns.
   *
   * @throws IOException when the content does not come
   */
  void handTo(Inlet inlet, InputStream content) throws IOException {
    try (BufferedInputStream buffered = new BufferedInputStream(content, 1 << 16)) {
      String ending = holdsJson(buffered) ? ".json" : ".txt";
      inlet.receive(plain(place) + "-" + plain(id) + ending, at, buffered);
    }
  }

  /** For people and for mappings only: content decides how it is read. */
  private static boolean holdsJson(BufferedInputStream content) throws IOException {
    content.mark(OPENING);
    String opening =
        new String(content.readNBytes(OPENING), java.nio.charset.StandardCharsets.ISO_8859_1);
    content.reset();
    String start = opening.startsWith("\u00ef\u00bb\u00bf") ? opening.substring(3) : opening;
    return start.stripLeading().startsWith("{") || start.stripLeading().startsWith("[");
  }

  /** Not hidden, and nothing that could lead elsewhere. */
  private static String plain(String text) {
    String plain = text.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.", "_");
    return plain.length() <= LONGEST_PLACE ? plain : plain.substring(0, LONGEST_PLACE);
  }
}
