package io.earshot.ingest.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text out of the bytes of headers and bodies, whose charsets are often missing or wrong. */
final class HeaderWords {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,40})\\?([bBqQ])\\?([^?\\s]{0,2000})\\?=");

  private HeaderWords() {}

  /**
   * Decodes {@code =?utf-8?B?...?=}. Words that follow each other are one text, even when a
   * character was cut in two between them.
   *
   * @param raw a header as ISO 8859-1
   */
  static String decode(String raw) {
    Matcher matcher = WORD.matcher(raw);
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    String charset = "";
    int end = 0;
    while (matcher.find()) {
      String between = raw.substring(end, matcher.start());
      boolean follows = pending.size() > 0 && between.isBlank();
      if (!follows || !matcher.group(1).equalsIgnoreCase(charset)) {
        text.append(text(pending.toByteArray(), charset));
        text.append(follows ? "" : plain(between));
        pending.reset();
      }
      charset = matcher.group(1);
      pending.writeBytes(bytes(matcher.group(2), matcher.group(3)));
      end = matcher.end();
    }
    return text.append(text(pending.toByteArray(), charset))
        .append(plain(raw.substring(end)))
        .toString();
  }

  private static byte[] bytes(String encoding, String word) {
    return encoding.equalsIgnoreCase("b")
        ? TransferEncoding.base64(word)
        : TransferEncoding.quotedPrintable(word.replace('_', ' '));
  }

  /** Bytes beyond ASCII stand in headers although they must not. */
  private static String plain(String raw) {
    return text(raw.getBytes(ISO_8859_1), "");
  }

  /** Decodes bytes; where the charset is none or does not fit, UTF-8 if that fits, else GB18030. */
  static String text(byte[] bytes, String charset) {
    Charset named = charset(charset);
    try {
      return named.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return other(bytes, named);
    }
  }

  private static String other(byte[] bytes, Charset named) {
    Charset next = named.equals(UTF_8) ? GB18030 : UTF_8;
    try {
      return next.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, named);
    }
  }

  private static Charset charset(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\*.*", "");
    // What calls itself GB2312 or GBK uses characters of GB18030, which holds both.
    if (plain.startsWith("gb") || plain.equals("x-gbk")) {
      return GB18030;
    }
    try {
      return plain.isEmpty() || plain.equals("us-ascii") ? UTF_8 : Charset.forName(plain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return UTF_8;
    }
  }
}
