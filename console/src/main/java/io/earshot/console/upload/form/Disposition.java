package io.earshot.console.upload.form;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a {@code Content-Disposition} as others write it (RFC 6266). Immutable. */
public final class Disposition {
  /** Possessive, so that no header makes it go back and forth. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*+([\\w!#$&+.^`|~-]++\\*?+)\\s*+=\\s*+(?:\"((?:\\\\[\"\\\\]|[^\"])*+)\"|([^;\\s]*+))");

  private final Map<String, String> parameters;

  private Disposition(Map<String, String> parameters) {
    this.parameters = Map.copyOf(parameters);
  }

  /** Reads the value of a header; what is no parameter in it is passed over. */
  public static Disposition of(String value) {
    Map<String, String> found = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(value);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      // Browsers write paths of Windows as they are: other backslashes are none that escape.
      String text = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\([\"\\\\])", "$1");
      found.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), text);
    }
    return new Disposition(found);
  }

  /**
   * Reads the value of a request's header, in which the server sees a character for each byte.
   *
   * @see #utf8
   */
  public static Disposition ofHeader(String value) {
    return of(utf8(value));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The name of the file; the encoded form of it goes before the plain one. */
  public Optional<String> fileName() {
    return parameter("filename*").flatMap(Disposition::decoded).or(() -> parameter("filename"));
  }

  /** Text in UTF-8 whose bytes were taken for characters; other text as it is. */
  public static String utf8(String seen) {
    byte[] bytes = seen.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return seen;
    }
  }

  /** {@code UTF-8''%E5%AE%A2.wav} (RFC 8187); empty when it is written otherwise. */
  private static Optional<String> decoded(String value) {
    String prefix = "utf-8'";
    int start = value.indexOf('\'', prefix.length()) + 1;
    if (!value.toLowerCase(Locale.ROOT).startsWith(prefix) || start == 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = start; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%' && i + 2 < value.length() && hex(value, i) >= 0) {
        bytes.write(hex(value, i));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /** The byte that two digits behind a percent sign name; -1 when they are none. */
  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }
}
