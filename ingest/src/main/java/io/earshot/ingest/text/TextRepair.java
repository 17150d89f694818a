package io.earshot.ingest.text;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends one message. Stateless; time grows with the length alone. */
public final class TextRepair {
  private static final String TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ";

  /**
   * A syllable with its tone in brackets behind a character: what converters between the scripts
   * and optical recognition of annotated text leave behind.
   */
  private static final Pattern READING =
      Pattern.compile(
          "(?<=\\p{IsHan})[(（](?=[a-zɡɑü]{0,5}["
              + TONES
              + "])(?<syllable>[a-zɡɑü"
              + TONES
              + "]{1,6})[)）]");

  /** The syllables of pinyin without their tones: foreign words in brackets have accents, too. */
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeo]|ai|ei|ao|ou|an|en|ang|eng|er|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong"
              + "|u|ua|uo|uai|ui|uan|un|uang|ue|ü|üe|üan|ün)|n|ng|m|hm|hng");

  private static final Pattern SPACED = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
  private static final Pattern JOINED = Pattern.compile("(?<=\\p{IsHan})(?=\\p{IsHan})");

  /** So many spaces between characters, and so many of all gaps, are no accident. */
  private static final int LEAST_SPACES = 4;

  private static final double LEAST_SPACED = 0.7;

  private TextRepair() {}

  /**
   * The message as it was meant, without blanks around it.
   *
   * @param report counts what was changed
   */
  public static String repair(String raw, RepairReport report) {
    String text = raw.replace("\r\n", "\n").replace('\r', '\n');
    if (isPlain(text)) {
      return text.strip();
    }
    text = WrongCharset.undo(text, report);
    text = markup(text, report);
    text = Invisible.removed(text, report);
    text = PlainForms.of(text, report);
    text = withoutReadings(text, report);
    return unspaced(text, report).strip();
  }

  /** Most English messages: nothing can be wrong with them. */
  private static boolean isPlain(String text) {
    return text.chars()
        .allMatch(c -> (c >= 0x20 && c < 0x7f && c != '<' && c != '&') || c == '\n' || c == '\t');
  }

  /** Escaped tags come to light when references are decoded. */
  private static String markup(String text, RepairReport report) {
    String stripped = text.indexOf('<') < 0 ? text : HtmlText.withoutScraps(text, report);
    String decoded = Entities.decode(stripped, report);
    boolean more = !decoded.equals(stripped) && decoded.indexOf('<') >= 0;
    return more ? HtmlText.withoutScraps(decoded, report) : decoded;
  }

  private static String withoutReadings(String text, RepairReport report) {
    Matcher matcher = READING.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int found = 0;
    while (matcher.find()) {
      boolean reading = SYLLABLE.matcher(toneless(matcher.group("syllable"))).matches();
      found += reading ? 1 : 0;
      matcher.appendReplacement(out, reading ? "" : Matcher.quoteReplacement(matcher.group()));
    }
    report.count(Repair.READINGS, found);
    return found == 0 ? text : matcher.appendTail(out).toString();
  }

  private static String toneless(String syllable) {
    String umlaut = syllable.replaceAll("[ǖǘǚǜ]", "ü").replace("ü", "\u0001");
    String bare = Normalizer.normalize(umlaut, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.replace('\u0001', 'ü').replace('ɡ', 'g').replace('ɑ', 'a');
  }

  private static String without(Pattern junk, String text, Repair kind, RepairReport report) {
    Matcher matcher = junk.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    report.count(kind, (int) junk.matcher(text).results().count());
    return matcher.replaceAll("");
  }

  private static String unspaced(String text, RepairReport report) {
    long spaces = SPACED.matcher(text).results().count();
    if (spaces < LEAST_SPACES) {
      return text;
    }
    long joins = JOINED.matcher(text).results().count();
    return spaces < LEAST_SPACED * (spaces + joins)
        ? text
        : without(SPACED, text, Repair.SPACING, report);
  }

  /** One spelling for characters that can be written as one or as several. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
