package io.earshot.console.http;

import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packs what goes to those who can unpack it. */
public final class Gzip {
  private Gzip() {}

  /** Whether who asks can unpack. */
  public static boolean isAccepted(HttpServerRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }

  /** The bytes, packed. */
  public static byte[] pack(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can be written", e);
    }
    return packed.toByteArray();
  }
}
