package io.earshot.ingest.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Locale;

/** The encodings that carry bytes through mail, read as far as they are right (RFC 2045). */
final class TransferEncoding {
  private TransferEncoding() {}

  static byte[] decode(String body, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body);
      case "quoted-printable" -> quotedPrintable(body);
      default -> body.getBytes(ISO_8859_1);
    };
  }

  /** Passes over what is no part of the alphabet, and over a last character that is cut off. */
  static byte[] base64(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || c == '+' || c == '/') {
        clean.append(c);
      }
    }
    if (clean.length() % 4 == 1) {
      clean.setLength(clean.length() - 1);
    }
    return Base64.getDecoder().decode(clean.toString());
  }

  /** Keeps what is no right escape as it stands. */
  static byte[] quotedPrintable(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int lineEnd = c == '=' ? softBreak(text, i + 1) : -1;
      int value = c == '=' && i + 2 < text.length() ? hex(text, i + 1) : -1;
      if (lineEnd >= 0) {
        i = lineEnd;
      } else if (value >= 0) {
        out.write(value);
        i += 3;
      } else {
        out.write(c);
        i++;
      }
    }
    return out.toByteArray();
  }

  /** Behind the line that ends here; -1 when it goes on. */
  private static int softBreak(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    if (i < text.length() && text.charAt(i) == '\r') {
      i++;
    }
    if (i == text.length()) {
      return i;
    }
    return text.charAt(i) == '\n' ? i + 1 : -1;
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
