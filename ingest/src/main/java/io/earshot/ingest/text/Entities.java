package io.earshot.ingest.text;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** Decodes the character references of HTML that stand in chats and mails. */
final class Entities {
  private static final int LONGEST = 10;

  /** Text that went through several systems is escaped several times. */
  private static final int MAX_PASSES = 3;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          entry("amp", "&"),
          entry("lt", "<"),
          entry("gt", ">"),
          entry("quot", "\""),
          entry("apos", "'"),
          entry("nbsp", " "),
          entry("ensp", " "),
          entry("emsp", " "),
          entry("thinsp", " "),
          entry("zwnj", ""),
          entry("shy", ""),
          entry("copy", "©"),
          entry("reg", "®"),
          entry("trade", "™"),
          entry("hellip", "…"),
          entry("mdash", "—"),
          entry("ndash", "–"),
          entry("lsquo", "‘"),
          entry("rsquo", "’"),
          entry("sbquo", "‚"),
          entry("ldquo", "“"),
          entry("rdquo", "”"),
          entry("bdquo", "„"),
          entry("laquo", "«"),
          entry("raquo", "»"),
          entry("bull", "•"),
          entry("middot", "·"),
          entry("deg", "°"),
          entry("times", "×"),
          entry("divide", "÷"),
          entry("plusmn", "±"),
          entry("yen", "¥"),
          entry("euro", "€"),
          entry("pound", "£"),
          entry("cent", "¢"),
          entry("sect", "§"),
          entry("para", "¶"),
          entry("szlig", "ß"),
          entry("auml", "ä"),
          entry("ouml", "ö"),
          entry("uuml", "ü"),
          entry("eacute", "é"),
          entry("egrave", "è"),
          entry("agrave", "à"),
          entry("ccedil", "ç"),
          entry("ntilde", "ñ"),
          entry("iexcl", "¡"),
          entry("iquest", "¿"),
          entry("rarr", "→"),
          entry("larr", "←"),
          entry("check", "✓"));

  private Entities() {}

  /** Decodes until nothing is left to decode. */
  static String decode(String text, RepairReport report) {
    String decoded = text;
    for (int pass = 0; pass < MAX_PASSES && decoded.indexOf('&') >= 0; pass++) {
      String before = decoded;
      decoded = once(before, report);
      if (decoded.equals(before)) {
        break;
      }
    }
    return decoded;
  }

  private static String once(String text, RepairReport report) {
    StringBuilder out = new StringBuilder(text.length());
    int found = 0;
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '&' ? end(text, i) : -1;
      Optional<String> value = end < 0 ? Optional.empty() : value(text.substring(i + 1, end));
      if (value.isPresent()) {
        out.append(value.get());
        found++;
        i = end + 1;
      } else {
        out.append(text.charAt(i++));
      }
    }
    report.count(Repair.ENTITIES, found);
    return out.toString();
  }

  /** Where the semicolon stands; -1 when there is none near. */
  private static int end(String text, int ampersand) {
    int most = Math.min(text.length(), ampersand + LONGEST);
    for (int i = ampersand + 1; i < most; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> value(String name) {
    return name.startsWith("#") ? numbered(name) : Optional.ofNullable(NAMED.get(name));
  }

  private static Optional<String> numbered(String name) {
    boolean hex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
    String digits = name.substring(hex ? 2 : 1);
    if (!digits.matches(hex ? "[0-9a-fA-F]{1,6}" : "[0-9]{1,7}")) {
      return Optional.empty();
    }
    int code = Integer.parseInt(digits, hex ? 16 : 10);
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return Character.isValidCodePoint(code) && !surrogate && code > 0
        ? Optional.of(WrongCharset.windows(code))
        : Optional.empty();
  }
}
