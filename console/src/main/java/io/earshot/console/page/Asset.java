package io.earshot.console.page;

import io.earshot.console.access.Secrets;
import io.earshot.console.http.Gzip;
import io.vertx.core.http.impl.MimeMapping;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A file of the pages, as it is and packed.
 *
 * @param packed null where packing saves nothing
 * @param tag changes with the content
 */
record Asset(String type, byte[] plain, byte[] packed, String tag) {
  private static final Set<String> PACKED =
      Set.of("html", "js", "mjs", "css", "svg", "json", "map", "txt", "webmanifest", "wasm");
  private static final int TAG_LENGTH = 20;

  static Asset of(String name, byte[] plain) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String tag =
        Secrets.digest(new String(plain, StandardCharsets.ISO_8859_1)).substring(0, TAG_LENGTH);
    byte[] packed = PACKED.contains(ending) ? Gzip.pack(plain) : null;
    return new Asset(type(ending), plain, packed, "\"" + tag + "\"");
  }

  private static String type(String ending) {
    String type =
        switch (ending) {
          case "js", "mjs" -> "text/javascript";
          case "webmanifest" -> "application/manifest+json";
          case "woff2" -> "font/woff2";
          default -> MimeMapping.getMimeTypeForExtension(ending);
        };
    if (type == null) {
      return "application/octet-stream";
    }
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }
}
