package io.earshot.ingest.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Takes the tags out of HTML. Not a browser: nesting is not followed, nothing is fetched or run,
 * and any input is read in one pass. Safe for several threads.
 */
public final class HtmlText {
  private static final int LONGEST_TAG = 8_000;

  /** Behind these a new line begins. */
  private static final Set<String> BLOCKS =
      Set.of(
          "br",
          "p",
          "div",
          "li",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "tr",
          "table",
          "hr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "section",
          "article",
          "header",
          "footer");

  /** Two of these in a row leave an empty line. */
  private static final Set<String> PARAGRAPHS =
      Set.of("br", "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "b",
          "big",
          "body",
          "button",
          "center",
          "cite",
          "code",
          "col",
          "colgroup",
          "del",
          "em",
          "figure",
          "font",
          "html",
          "i",
          "iframe",
          "img",
          "input",
          "ins",
          "label",
          "link",
          "mark",
          "meta",
          "o:p",
          "s",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "svg",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tt",
          "u",
          "video",
          "audio",
          "wbr");

  /** What stands inside is not to be read. */
  private static final Set<String> UNREAD = Set.of("script", "style", "head", "title", "template");

  private final String html;
  private final boolean anyTag;
  private final StringBuilder out;
  private final Set<String> neverClosed = new HashSet<>();
  private int tags;
  private int at;

  private HtmlText(String html, boolean anyTag) {
    this.html = html;
    this.anyTag = anyTag;
    this.out = new StringBuilder(html.length());
  }

  /** The text of a body that is HTML: all tags gone, white space as a browser shows it. */
  public static String of(String html) {
    String flat = html.replaceAll("[\\s\\u00a0]+", " ");
    String text = Entities.decode(new HtmlText(flat, true).read(), new RepairReport());
    return text.replaceAll("[ \\t]{2,}", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  /** Text without the tags that are surely tags; {@code <name>} and {@code a < b} stay. */
  static String withoutScraps(String text, RepairReport report) {
    HtmlText reading = new HtmlText(text, false);
    String stripped = reading.read();
    report.count(Repair.HTML, reading.tags);
    return stripped;
  }

  private String read() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c != '<' || !tag()) {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  /** Passes over a tag or a comment; false when none begins here. */
  private boolean tag() {
    if (html.startsWith("<!--", at)) {
      int end = neverClosed.contains("!") ? -1 : html.indexOf("-->", at + 4);
      return end < 0 ? unclosed("!") : passed(end + 3);
    }
    int end = endOfTag();
    if (end < 0) {
      return false;
    }
    String name = name(end);
    boolean closing = html.charAt(at + 1) == '/';
    if (!closing && UNREAD.contains(name)) {
      int close = closing(name, end);
      return passed(close < 0 ? end + 1 : close);
    }
    if (!known(name)) {
      return false;
    }
    if (BLOCKS.contains(name)) {
      lineBreak(PARAGRAPHS.contains(name) ? 2 : 1);
    } else if (name.equals("td") || name.equals("th")) {
      out.append(' ');
    }
    return passed(end + 1);
  }

  /** Not to be looked for again: that would take the square of the length. */
  private boolean unclosed(String name) {
    neverClosed.add(name);
    return false;
  }

  private boolean known(String name) {
    boolean usual = BLOCKS.contains(name) || INLINE.contains(name) || UNREAD.contains(name);
    return usual || (anyTag && !name.isEmpty());
  }

  private boolean passed(int next) {
    tags++;
    at = next;
    return true;
  }

  private void lineBreak(int most) {
    int length = out.length();
    int breaks = 0;
    while (breaks < length && out.charAt(length - 1 - breaks) == '\n') {
      breaks++;
    }
    if (breaks < length && breaks < most) {
      out.append('\n');
    }
  }

  /** Where the {@code >} stands; another {@code <} before it means that this is no tag. */
  private int endOfTag() {
    int most = Math.min(html.length(), at + LONGEST_TAG);
    for (int i = at + 1; i < most; i++) {
      char c = html.charAt(i);
      if (c == '>') {
        return i;
      }
      if (c == '<') {
        return -1;
      }
    }
    return -1;
  }

  private String name(int end) {
    int from = at + 1;
    if (from < end && (html.charAt(from) == '/' || html.charAt(from) == '!')) {
      from++;
    }
    int to = from;
    while (to < end && isNamePart(html.charAt(to))) {
      to++;
    }
    boolean whole = to == end || html.charAt(to) == '/' || Character.isWhitespace(html.charAt(to));
    return whole ? html.substring(from, to).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == ':'
        || c == '-';
  }

  /** Behind the closing tag of a part that is not read; -1 when it is never closed. */
  private int closing(String name, int from) {
    if (neverClosed.contains(name)) {
      return -1;
    }
    String mark = "</" + name;
    for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i, mark, 0, mark.length())) {
        int end = html.indexOf('>', i);
        return end < 0 ? html.length() : end + 1;
      }
    }
    neverClosed.add(name);
    return -1;
  }
}
