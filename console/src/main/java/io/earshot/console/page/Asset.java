package io.earshot.console.page;

import io.earshot.console.access.Secrets;
import io.vertx.core.http.impl.MimeMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

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
    byte[] packed = PACKED.contains(ending) ? pack(plain) : null;
    return new Asset(type(ending), plain, packed, "\"" + tag + "\"");
  }

  static byte[] pack(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can be written", e);
    }
    return packed.toByteArray();
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
