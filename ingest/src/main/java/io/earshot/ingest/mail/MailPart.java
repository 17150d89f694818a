package io.earshot.ingest.mail;

import io.earshot.ingest.text.HtmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a message: headers, and a body that is a text or made of parts again.
 *
 * @param headers by lower-case name, the first of each
 * @param body as ISO 8859-1, each byte a character
 */
record MailPart(Map<String, String> headers, String body) {
  private static final int MAX_DEPTH = 12;
  private static final int MAX_PARTS = 200;
  private static final int MAX_ATTACHMENTS = 100;
  private static final int MAX_HEADERS = 500;
  private static final int MAX_HEADER = 64 << 10;

  MailPart {
    headers = Map.copyOf(headers);
  }

  static MailPart parse(String raw) {
    Map<String, String> headers = new HashMap<>();
    int at = 0;
    String name = "";
    while (at < raw.length()) {
      int end = raw.indexOf('\n', at);
      int next = end < 0 ? raw.length() : end + 1;
      String line = raw.substring(at, end < 0 ? raw.length() : end).stripTrailing();
      at = next;
      if (line.isEmpty()) {
        break;
      }
      name = header(headers, name, line);
    }
    return new MailPart(headers, raw.substring(Math.min(at, raw.length())));
  }

  /** Takes a line in; returns the name of the header that the next line may go on with. */
  private static String header(Map<String, String> headers, String name, String line) {
    if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
      if (!name.isEmpty() && headers.get(name).length() < MAX_HEADER) {
        headers.merge(name, " " + line.strip(), String::concat);
      }
      return name;
    }
    int colon = line.indexOf(':');
    String found = colon < 1 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (found.isEmpty() || headers.containsKey(found) || headers.size() >= MAX_HEADERS) {
      return "";
    }
    headers.put(found, line.substring(colon + 1).strip());
    return found;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String type() {
    String type = header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.contains("/") ? type : "text/plain";
  }

  private Optional<String> parameter(String name) {
    return parameter("content-type", name);
  }

  private Optional<String> parameter(String header, String name) {
    Pattern pattern =
        Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*(?:\"([^\"]{0,200})\"|([^;\\s\"]{0,200}))");
    Matcher matcher = pattern.matcher(header(header));
    return matcher.find()
        ? Optional.of(Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2)))
        : Optional.empty();
  }

  private boolean isAttachment() {
    return header("content-disposition").toLowerCase(Locale.ROOT).startsWith("attachment");
  }

  /** What it was called as a file; empty when that is not told. */
  String fileName() {
    return parameter("content-disposition", "filename")
        .or(() -> parameter("name"))
        .map(HeaderWords::decode)
        .or(() -> parameter("content-disposition", "filename\\*").map(MailPart::extended))
        .orElse("");
  }

  /** A parameter with its charset before it (RFC 2231): {@code utf-8''%E5%BD%95.wav}. */
  private static String extended(String value) {
    String[] pieces = value.split("'", 3);
    if (pieces.length < 3) {
      return value;
    }
    byte[] bytes = TransferEncoding.quotedPrintable(pieces[2].replace("=", "").replace('%', '='));
    return HeaderWords.text(bytes, pieces[0]);
  }

  /** The bytes of its body. */
  byte[] bytes() {
    return TransferEncoding.decode(body, header("content-transfer-encoding"));
  }

  /** The parts that are no text of the message, those of forwarded messages among them. */
  List<MailPart> attachments() {
    List<MailPart> found = new ArrayList<>();
    collect(found, 0);
    return found;
  }

  private void collect(List<MailPart> found, int depth) {
    if (depth > MAX_DEPTH || found.size() >= MAX_ATTACHMENTS) {
      return;
    }
    if (type().startsWith("multipart/")) {
      parts().forEach(part -> part.collect(found, depth + 1));
    } else if (type().equals("message/rfc822")) {
      parse(body).collect(found, depth + 1);
    } else if (isAttachment() || !type().startsWith("text/")) {
      found.add(this);
    }
  }

  /** What can be read of it as text; empty when it is a picture, say. */
  String text() {
    return text(0);
  }

  private String text(int depth) {
    if (type().startsWith("multipart/")) {
      return depth < MAX_DEPTH ? ofParts(depth) : "";
    }
    if (isAttachment() || !type().startsWith("text/") || type().equals("text/calendar")) {
      return "";
    }
    String decoded =
        HeaderWords.text(
            TransferEncoding.decode(body, header("content-transfer-encoding")),
            parameter("charset").orElse(""));
    String lines = decoded.replace("\r\n", "\n");
    if (type().equals("text/html")) {
      return HtmlText.of(lines);
    }
    boolean flowed = parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    boolean gaps = parameter("delsp").filter("yes"::equalsIgnoreCase).isEmpty();
    return flowed ? unfolded(lines, gaps ? " " : "") : lines;
  }

  /** A space before the end of a line means that it goes on; one at its start was put there. */
  private static String unfolded(String lines, String gap) {
    String bare = lines.replaceAll("(?m)^ ", "");
    return bare.replaceAll("(?<!--) \\n(?!>)", gap);
  }

  private String ofParts(int depth) {
    List<String> texts = new ArrayList<>();
    boolean alternative = type().equals("multipart/alternative");
    for (MailPart part : parts()) {
      String text = part.text(depth + 1);
      if (!text.isBlank()) {
        texts.add(text);
      }
      if (alternative && !texts.isEmpty()) {
        // The plain one comes first, and is what was typed.
        break;
      }
    }
    return String.join("\n", texts);
  }

  private List<MailPart> parts() {
    String boundary = parameter("boundary").orElse("");
    List<MailPart> parts = new ArrayList<>();
    if (boundary.isEmpty()) {
      return parts;
    }
    String mark = "--" + boundary;
    int from = delimiter(mark, 0);
    while (from >= 0 && parts.size() < MAX_PARTS && !body.startsWith("--", from + mark.length())) {
      int start = body.indexOf('\n', from);
      int next = start < 0 ? -1 : delimiter(mark, start);
      if (start >= 0) {
        parts.add(parse(body.substring(start + 1, next < 0 ? body.length() : next)));
      }
      from = next;
    }
    return parts;
  }

  /** Where the next boundary stands at the start of a line; -1 when there is none. */
  private int delimiter(String mark, int from) {
    int at = body.indexOf(mark, from);
    while (at > 0 && body.charAt(at - 1) != '\n') {
      at = body.indexOf(mark, at + 1);
    }
    return at;
  }

  @Override
  public String toString() {
    return "MailPart[%s, %d bytes]".formatted(type(), body.length());
  }
}
