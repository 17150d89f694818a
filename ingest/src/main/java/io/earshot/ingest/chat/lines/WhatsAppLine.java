package io.earshot.ingest.chat.lines;

import java.time.LocalTime;
import java.util.Locale;
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
 */
record WhatsAppLine(
    int first, int second, int third, LocalTime time, String rest, boolean clockOfTwelve) {

  private static final String SPACE = "[\\s\\u00a0\\u202f\\u2009]";
  private static final String AFTERNOON =
      "下午|晚上|中午|오후|午後|p\\.?" + SPACE + "?m\\.?|م|μ\\.?μ\\.?|nachm\\.|chiều|ចល្ងាច";
  private static final String MORNING =
      "上午|早上|凌晨|오전|午前|a\\.?" + SPACE + "?m\\.?|ص|π\\.?μ\\.?|vorm\\.|sáng";
  private static final String HALF = "(" + AFTERNOON + "|" + MORNING + ")";
  private static final String DATE =
      "(\\d{1,4})" + "[./年년-]" + SPACE + "?(\\d{1,2})[./月월-]" + SPACE + "?(\\d{1,4})(?:[.日일])?";
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)[\\u200e\\u200f\\u202a\\ufeff]{0,4}(?<open>\\[)?"
              + DATE
              + "[,،]?(?:"
              + SPACE
              + "+(?:klo|kl\\.?|à|às|a las|at|um|la|alle|ore|в|u|o)(?="
              + SPACE
              + "))?"
              + SPACE
              + "{1,3}(?:"
              + HALF
              + SPACE
              + "?)?"
              + "(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?"
              + "(?:"
              + SPACE
              + "?"
              + HALF
              + ")?"
              + "(?:(?<close>\\])"
              + SPACE
              + "?|"
              + SPACE
              + "[-–—]"
              + SPACE
              + "|,\\s(?=[^\\n]{1,60} : ))"
              + "(?<rest>.*)",
          Pattern.DOTALL);

  static Optional<WhatsAppLine> parse(String line) {
    if (line.isEmpty() || line.length() > (1 << 20)) {
      return Optional.empty();
    }
    Matcher matcher = LINE.matcher(westernDigits(line));
    if (!matcher.matches() || (matcher.group("open") == null) != (matcher.group("close") == null)) {
      return Optional.empty();
    }
    String before = half(matcher, 5);
    String half = before.isEmpty() ? half(matcher, 9) : before;
    return time(matcher, half)
        .map(
            time ->
                new WhatsAppLine(
                    number(matcher, 2),
                    number(matcher, 3),
                    number(matcher, 4),
                    time,
                    line.substring(line.length() - matcher.group("rest").length()),
                    !half.isEmpty()));
  }

  private static String half(Matcher matcher, int group) {
    return Optional.ofNullable(matcher.group(group)).orElse("").toLowerCase(Locale.ROOT);
  }

  /** Those of Arabic and other scripts; as many characters as before. */
  private static String westernDigits(String line) {
    int end = Math.min(line.length(), 48);
    StringBuilder western = new StringBuilder(line);
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c > 0x7f && Character.isDigit(c)) {
        western.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
      }
    }
    return western.toString();
  }

  private static int number(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static Optional<LocalTime> time(Matcher matcher, String half) {
    int hour = number(matcher, 6);
    int minute = number(matcher, 7);
    int second = number(matcher, 8);
    boolean afternoon = !half.isEmpty() && half.matches("(?i)" + AFTERNOON);
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (!afternoon && !half.isEmpty() && hour == 12) {
      hour = 0;
    }
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
    boolean name = colon > 0 && colon <= 80;
    boolean apart = colon + 1 == rest.length() || rest.startsWith(" ", colon + 1);
    return name && apart ? colon : -1;
  }
}
