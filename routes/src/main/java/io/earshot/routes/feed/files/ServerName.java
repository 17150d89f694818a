package io.earshot.routes.feed.files;

import java.nio.charset.StandardCharsets;

/**
 * Names as servers list them. A listing is input from outside: with a name like {@code ../x} it
 * would have us read, delete or move what lies elsewhere (CVE-2026-79983), so a path is only ever
 * made of parts that were checked here.
 */
public final class ServerName {
  private static final int LONGEST = 255;
  private static final char UNREADABLE = '\uFFFD';

  private ServerName() {}

  /** Whether it names the folder itself or the one above, as listings do. */
  public static boolean isDots(String part) {
    return part.equals(".") || part.equals("..");
  }

  /** Why it can't be the name of a file or folder; empty when it can. */
  public static String problem(String part) {
    if (part.isEmpty() || isDots(part) || part.contains("/") || part.contains("\\")) {
      return "a name that leads elsewhere";
    }
    if (part.chars().anyMatch(Character::isISOControl)) {
      return "a name with unseen characters";
    }
    if (part.indexOf(UNREADABLE) >= 0) {
      return "a name that is not UTF-8: rename the file";
    }
    return part.getBytes(StandardCharsets.UTF_8).length > LONGEST ? "a name that is too long" : "";
  }
}
