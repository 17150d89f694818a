package io.earshot.analysis.redaction.contact;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds written e-mail addresses, URLs and IP addresses. */
public final class NetworkNames implements Detector {
  // RFC 5321 allows 64 characters before the @ and 255 after it; letters of any script (RFC 6531).
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\w.+%-])[\\p{L}\\p{N}_.+%'&-]{1,64}+ ?@ ?(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,8}\\p{L}{2,24}");

  /** Chinese has no space before an address, and no address of a customer has Han letters. */
  private static final Pattern EMAIL_AMONG_HAN =
      Pattern.compile("[a-z0-9_.+%-]{1,64}+ ?@ ?(?:[a-z0-9-]{1,63}+\\.){1,8}[a-z]{2,24}");

  private static final Pattern PAGE =
      Pattern.compile(
          "(?<![a-z0-9])(?:https?|ftp)://[^\\s\\p{IsHan}<>\"，。；]{2,2000}+|(?<![a-z0-9.])www\\.[^\\s\\p{IsHan}<>\"，。；]{3,2000}+");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,4}(?:com|net|org|edu|gov|info|biz|io|co\\.uk|org\\.uk|com\\.cn|com\\.br|com\\.au|cn|uk|de|fr|eu|ca|au|jp|ru|in|nl|it|es|se|ch|us|me|tv|app|dev|shop|online|site|xyz|top|vip)(?![a-z0-9@-])(?:/[^\\s\\p{IsHan}]{0,500}+)?");

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern IP_4 =
      Pattern.compile(
          "(?<![\\w.])" + OCTET + "(?:\\." + OCTET + "){3}(?!\\.?\\w)(?::\\d{1,5})?(?:/\\d{1,2})?");
  private static final Pattern IP_6 =
      Pattern.compile("(?<![\\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\\w:])");

  private static final Pattern VERSION =
      Pattern.compile("(?:version|firmware|v|build|release|固件|版本)[号:]?\\s?$");

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    String lower = passage.lower();
    if (lower.indexOf('@') >= 0) {
      each(EMAIL, lower, (start, end) -> email(lower, start, end, findings));
    }
    if (lower.indexOf('.') >= 0) {
      each(
          PAGE,
          lower,
          (start, end) -> add(DataKind.URL, start, trimmed(lower, end), 0.95, findings));
      each(
          DOMAIN,
          lower,
          (start, end) -> add(DataKind.URL, start, trimmed(lower, end), 0.8, findings));
      each(IP_4, lower, (start, end) -> version4(passage, start, end, findings));
    }
    if (lower.indexOf(':') >= 0) {
      each(IP_6, lower, (start, end) -> version6(lower, start, end, findings));
    }
    return findings;
  }

  /** The widest reading that holds no Han letters. */
  private static void email(String lower, int start, int end, List<Disclosure> findings) {
    Matcher narrow = EMAIL_AMONG_HAN.matcher(lower).region(start, end);
    boolean han = lower.substring(start, end).codePoints().anyMatch(Character::isIdeographic);
    if (!han) {
      add(DataKind.EMAIL, start, end, 0.99, findings);
    } else if (narrow.find()) {
      add(DataKind.EMAIL, narrow.start(), narrow.end(), 0.99, findings);
    }
  }

  private static void version4(Passage passage, int start, int end, List<Disclosure> findings) {
    boolean version = VERSION.matcher(passage.leading(start, 12)).find();
    add(DataKind.IP, start, end, version ? 0.2 : 0.95, findings);
  }

  /** RFC 4291: eight groups, or fewer with one "::". */
  private static void version6(String lower, int start, int end, List<Disclosure> findings) {
    String text = lower.substring(start, end);
    int groups = text.split(":", -1).length;
    int gap = text.indexOf("::");
    boolean once = gap >= 0 && text.indexOf("::", gap + 1) < 0;
    boolean letters = text.chars().anyMatch(c -> c != ':');
    boolean edges = !text.startsWith(":") || text.startsWith("::");
    boolean full = gap < 0 && groups == 8 && !text.endsWith(":");
    boolean shortened = once && groups <= 8 && text.length() > 4;
    if (letters && edges && (full || shortened)) {
      add(DataKind.IP, start, end, 0.9, findings);
    }
  }

  /** A stop that ends the sentence is none of the address. */
  private static int trimmed(String text, int end) {
    int at = end;
    while (at > 0 && ".,;:!?)]}'\"".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static void add(
      DataKind kind, int start, int end, double confidence, List<Disclosure> findings) {
    if (end > start) {
      findings.add(Disclosure.of(kind, start, end, confidence));
    }
  }

  private static void each(Pattern pattern, String text, Place place) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      place.at(matcher.start(), matcher.end());
    }
  }

  private interface Place {
    void at(int start, int end);
  }
}
