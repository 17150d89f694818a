package io.earshot.ingest.chat.lines;

import io.earshot.ingest.chat.notation.DayHalf;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins a message in an export of WhatsApp, in the forms of iOS ({@code [date, time]
 * name: text}) and Android ({@code date, time - name: text}) and of all languages: the numbers of
 * the date in the order in which they stand.
 *
 * @param first of the three numbers of the date
 * @param second of them
 * @param third of them
 * @param time of day
 * @param rest name and text, or a notice
 * @param clockOfTwelve whether the time says morning or afternoon
 * @param padded whether a number of the date has a zero before it
 * @param brackets whether date and time stand in them: all of a file do, or none
 */
record WhatsAppLine(
    int first,
    int second,
    int third,
    LocalTime time,
    String rest,
    boolean clockOfTwelve,
    boolean padded,
    boolean brackets) {

  private static final int LONGEST_LINE = 1 << 20;

  /** Before name and text: in it digits of any script count. */
  private static final int LONGEST_HEAD = 64;

  private static final String DATE =
      "(?<first>\\d{1,4})M[./년年-]MS?(?<second>\\d{1,2})M[./월月-]MS?(?<third>\\d{1,4})M(?:[.日일]|S?г\\.|S?هـ)?";
  private static final String TIME =
      "(?:(?<before>HALF)S?)?(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})(?:[:.](?<seconds>\\d{2}))?"
          + "(?:S?(?<after>HALF)|S?ч\\.)?";
  private static final String AT = "(?:S+(?:klo|kl\\.?|à|às|a las|at|um|la|alle|ore|в|u|o)(?=S))?";
  private static final String REST =
      "M(?:(?<close>\\])S?|S[-–—]S|,\\s(?=[^\\n]{1,60} : ))(?<rest>.*)";

  private static final Pattern DATE_FIRST =
      pattern("M(?<open>\\[)?M" + DATE + "[,،]?" + AT + "MS{1,3}" + TIME + REST);

  /** As in Vietnamese. */
  private static final Pattern TIME_FIRST =
      pattern("M(?<open>\\[)?M" + TIME + "[,،]?S" + DATE + REST);

  /** Spaces of all kinds are S; marks of direction, which stand around numbers in Arabic, are M. */
  private static Pattern pattern(String form) {
    return Pattern.compile(
        form.replace("HALF", "%")
            .replace("M", "[\\u200e\\u200f\\u061c\\u202a-\\u202c\\ufeff]{0,4}")
            .replace("S", "[\\s\\u00a0\\u202f\\u2009]")
            .replace("%", DayHalf.PATTERN),
        Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  }

  static Optional<WhatsAppLine> parse(String line) {
    if (line.isEmpty() || line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    String western = westernDigits(line);
    return parse(DATE_FIRST.matcher(western), line)
        .or(() -> parse(TIME_FIRST.matcher(western), line));
  }

  private static Optional<WhatsAppLine> parse(Matcher matcher, String line) {
    if (!matcher.matches() || (matcher.group("open") == null) != (matcher.group("close") == null)) {
      return Optional.empty();
    }
    String half = text(matcher, "before") + text(matcher, "after");
    return time(matcher, half)
        .map(
            time ->
                new WhatsAppLine(
                    number(matcher, "first"),
                    number(matcher, "second"),
                    number(matcher, "third"),
                    time,
                    line.substring(line.length() - matcher.group("rest").length()),
                    !half.isEmpty(),
                    text(matcher, "first").startsWith("0")
                        || text(matcher, "second").startsWith("0"),
                    matcher.group("open") != null));
  }

  /** Those of Arabic and other scripts; as many characters as before. */
  private static String westernDigits(String line) {
    int end = Math.min(line.length(), LONGEST_HEAD);
    StringBuilder western = new StringBuilder(line);
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c > 0x7f && Character.isDigit(c)) {
        western.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
      }
    }
    return western.toString();
  }

  private static String text(Matcher matcher, String group) {
    return Optional.ofNullable(matcher.group(group)).orElse("");
  }

  private static int number(Matcher matcher, String group) {
    String text = text(matcher, group);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static Optional<LocalTime> time(Matcher matcher, String half) {
    int hour = DayHalf.hour(number(matcher, "hour"), half);
    int minute = number(matcher, "minute");
    int second = number(matcher, "seconds");
    return hour < 24 && minute < 60 && second < 60
        ? Optional.of(LocalTime.of(hour, minute, second))
        : Optional.empty();
  }

  /** Who wrote; empty for a notice. */
  Optional<String> name() {
    int colon = colon();
    return colon < 0 ? Optional.empty() : Optional.of(rest.substring(0, colon).strip());
  }

  String text() {
    int colon = colon();
    return colon < 0 ? rest : rest.substring(colon + 1).stripLeading();
  }

  private int colon() {
    int colon = rest.indexOf(':');
    boolean name = colon > 0 && colon <= 80 && !insideQuotes(rest.substring(0, colon));
    boolean apart = colon + 1 == rest.length() || rest.startsWith(" ", colon + 1);
    return name && apart ? colon : -1;
  }

  /** Then the colon belongs to the name of a group, of which a notice speaks. */
  private static boolean insideQuotes(String start) {
    long straight = start.chars().filter(c -> c == '"').count();
    long open = start.chars().filter(c -> "„«「『".indexOf(c) >= 0).count();
    long closed = start.chars().filter(c -> "»」』".indexOf(c) >= 0).count();
    long high = start.chars().filter(c -> c == '“' || c == '”').count();
    return straight % 2 == 1 || (open + closed + high) % 2 == 1;
  }
}
