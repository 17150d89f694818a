package io.earshot.analysis.quantity;

import io.earshot.analysis.language.Span;
import io.earshot.analysis.quantity.Rule.Found;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers, amounts, dates, times and durations in what was said or written, in Chinese and
 * English, and says what they come to. Takes any text (the first 4,000 characters of it);
 * thread-safe; never throws.
 */
public final class QuantityFinder {
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final int MOST = 100;
  private static final List<Rule> ENGLISH = english();
  private static final List<Rule> CHINESE = chinese();

  /** These say something about time without any digit. */
  private static final Pattern WORDS =
      Pattern.compile(
          "[今明昨前后大]天|[今明昨][日晚早]|[周月年][末底初日天]|星期|礼拜|[上下这本去今明前]个?[周月年]|半|百分之百"
              + "|day|night|noon|half|morning|week|month|year|hour|minute|second|quarter");

  private final ZoneId zone;

  private QuantityFinder(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * A finder for conversations held in a time zone: it decides which day an instant was "today".
   */
  public static QuantityFinder in(ZoneId zone) {
    return new QuantityFinder(zone);
  }

  /** The first rule that claims a place has it: dates come before plain numbers. */
  private static List<Rule> english() {
    List<Rule> rules = new ArrayList<>(SharedRules.dates());
    rules.addAll(EnglishDates.TIMES);
    rules.addAll(EnglishAmounts.DURATIONS);
    rules.addAll(EnglishDates.RULES);
    rules.addAll(SharedRules.amounts());
    rules.addAll(EnglishAmounts.MONEY);
    rules.addAll(EnglishAmounts.THINGS_COUNTED);
    rules.addAll(SharedRules.numbers());
    return List.copyOf(rules);
  }

  private static List<Rule> chinese() {
    List<Rule> rules = new ArrayList<>(SharedRules.dates());
    rules.addAll(ChineseDates.TIMES);
    rules.addAll(ChineseAmounts.DURATIONS);
    rules.addAll(ChineseDates.RULES);
    rules.addAll(SharedRules.amounts());
    rules.addAll(ChineseAmounts.MONEY);
    rules.addAll(ChineseAmounts.THINGS_COUNTED);
    rules.addAll(SharedRules.numbers());
    return List.copyOf(rules);
  }

  /** The day that words such as "today" mean in a conversation that began then. */
  public LocalDate day(Instant startedAt) {
    return LocalDate.ofInstant(startedAt, zone);
  }

  /**
   * The quantities of a text in order; none overlaps another.
   *
   * @param language BCP 47 tag; Chinese rules for "zh", English for all else
   * @param today what "tomorrow" and "next Tuesday" are reckoned from
   */
  public List<Quantity> find(String text, String language, LocalDate today) {
    boolean chinese = language.startsWith("zh");
    Canonical canonical = Canonical.of(text, chinese ? new ChineseNumbers() : new EnglishNumbers());
    String said = canonical.text();
    if (!DIGIT.matcher(said).find() && !WORDS.matcher(said).find()) {
      return List.of();
    }
    List<Quantity> found = new ArrayList<>();
    BitSet taken = new BitSet(text.length());
    for (Rule rule : chinese ? CHINESE : ENGLISH) {
      Matcher matcher = rule.pattern().matcher(said);
      while (matcher.find() && found.size() < MOST) {
        claim(rule, matcher, canonical, today, text, taken).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingInt(quantity -> quantity.span().start()));
    return join(found, text);
  }

  private static Optional<Quantity> claim(
      Rule rule, Matcher matcher, Canonical canonical, LocalDate today, String text, BitSet taken) {
    Span span = canonical.original(matcher.start(1), matcher.end(1));
    int next = taken.nextSetBit(span.start());
    if (next >= 0 && next < span.end()) {
      return Optional.empty();
    }
    return rule.reader()
        .read(matcher, today)
        .map(found -> spelled(found, canonical.isSpelled(matcher.start(1)), matcher.group(1)))
        .filter(found -> !isPronoun(found, span.of(text)))
        .map(
            found -> {
              taken.set(span.start(), span.end());
              return new Quantity(found.kind(), found.value(), found.unit(), span);
            });
  }

  /** Digit by digit keeps its zeros and is nothing to count with. */
  private static Found spelled(Found found, boolean spelled, String digits) {
    boolean code = found.kind() == QuantityKind.NUMBER && spelled && digits.length() > 2;
    return code ? new Found(QuantityKind.DIGITS, digits, "") : found;
  }

  /** "this one", "一下": one small word is no number by itself. */
  private static boolean isPronoun(Found found, String words) {
    if (found.kind() != QuantityKind.NUMBER || Lexeme.isDigit(words.charAt(0))) {
      return false;
    }
    return words.equalsIgnoreCase("one") || (words.length() <= 2 && words.charAt(0) >= 0x2E80);
  }

  /** "tomorrow at three pm", "明天下午三点": one point in time. */
  private static List<Quantity> join(List<Quantity> found, String text) {
    List<Quantity> joined = new ArrayList<>();
    for (Quantity quantity : found) {
      Quantity before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean timeOfDay =
          before != null
              && before.kind() == QuantityKind.DATE
              && before.value().length() == 10
              && quantity.kind() == QuantityKind.TIME
              && adjoins(text, before.span().end(), quantity.span().start());
      if (timeOfDay) {
        joined.set(joined.size() - 1, moment(before, quantity));
      } else {
        joined.add(quantity);
      }
    }
    return joined;
  }

  private static boolean adjoins(String text, int end, int start) {
    String between = text.substring(end, start).strip();
    return start - end <= 5 && (between.isEmpty() || between.equals("at") || between.equals("的"));
  }

  private static Quantity moment(Quantity date, Quantity time) {
    Span span = new Span(date.span().start(), time.span().end());
    return new Quantity(QuantityKind.DATE, date.value() + "T" + time.value(), "", span);
  }
}
