package io.earshot.console.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of downloads in a header (RFC 6266): a plain form, and the real one encoded. */
public final class Disposition {
  private Disposition() {}

  /** The header's value. */
  public static String attachment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
