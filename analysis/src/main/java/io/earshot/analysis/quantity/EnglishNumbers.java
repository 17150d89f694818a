package io.earshot.analysis.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * English numbers: two hundred and fifty, twelve hundred, a thousand, two point five, three
 * million, twenty seventeen, twenty third, and one two double five digit by digit.
 */
final class EnglishNumbers implements NumberWords {
  private static final int LONGEST = 40;
  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60,
          "seventy", 70, "eighty", 80, "ninety", 90);
  private static final Map<String, Long> SCALES =
      Map.of(
          "thousand",
          1_000L,
          "million",
          1_000_000L,
          "billion",
          1_000_000_000L,
          "trillion",
          1_000_000_000_000L);
  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10),
          Map.entry("eleventh", 11),
          Map.entry("twelfth", 12),
          Map.entry("thirteenth", 13),
          Map.entry("fourteenth", 14),
          Map.entry("fifteenth", 15),
          Map.entry("sixteenth", 16),
          Map.entry("seventeenth", 17),
          Map.entry("eighteenth", 18),
          Map.entry("nineteenth", 19),
          Map.entry("twentieth", 20),
          Map.entry("thirtieth", 30));
  private static final Map<String, Integer> REPEATS = Map.of("double", 2, "triple", 3);

  /** After these "second" is a moment of time. */
  private static final Set<String> MOMENT =
      Set.of("a", "one", "per", "just", "few", "couple", "split", "each", "every", "this");

  @Override
  public Optional<Numeral> at(List<Lexeme> lexemes, int from) {
    if (lexemes.get(from).isNumeral()) {
      return multiplied(lexemes, from);
    }
    Optional<Numeral> spelled = spelled(lexemes, from);
    if (spelled.isPresent()) {
      return spelled;
    }
    Run run = new Run(lexemes, from);
    return run.read();
  }

  private static Optional<Numeral> multiplied(List<Lexeme> lexemes, int from) {
    Long scale = SCALES.get(text(lexemes, from + 1));
    if (scale == null) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(lexemes.get(from).text().replace(",", ""));
    return Optional.of(Numeral.count(value.multiply(BigDecimal.valueOf(scale)), from + 2));
  }

  /** At least three digits in a row; "oh" is one of them but begins none. */
  private static Optional<Numeral> spelled(List<Lexeme> lexemes, int from) {
    StringBuilder digits = new StringBuilder();
    int next = from;
    while (next - from < LONGEST) {
      String word = text(lexemes, next);
      Integer times = REPEATS.get(word);
      Integer digit = digit(text(lexemes, times == null ? next : next + 1), digits.length() > 0);
      if (digit == null) {
        break;
      }
      digits.append(String.valueOf(digit).repeat(times == null ? 1 : times));
      next += times == null ? 1 : 2;
    }
    boolean goesOn = SCALES.containsKey(text(lexemes, next)) || isHundred(lexemes, next);
    return digits.length() < 3 || goesOn
        ? Optional.empty()
        : Optional.of(new Numeral(digits.toString(), Numeral.Form.SPELLED, next));
  }

  private static Integer digit(String word, boolean inside) {
    if (inside && (word.equals("oh") || word.equals("o"))) {
      return 0;
    }
    Integer value = SMALL.get(word);
    return value == null || value > 9 ? null : value;
  }

  private static boolean isHundred(List<Lexeme> lexemes, int at) {
    return text(lexemes, at).equals("hundred");
  }

  private static String text(List<Lexeme> lexemes, int at) {
    return at >= 0 && at < lexemes.size() ? lexemes.get(at).text() : "";
  }

  /** One number being read, word by word. */
  private static final class Run {
    private final List<Lexeme> lexemes;
    private final int from;
    private int next;
    private long total;

    /** The lowest scale so far: after "thousand" no "million" may follow. */
    private long lowest = Long.MAX_VALUE;

    Run(List<Lexeme> lexemes, int from) {
      this.lexemes = lexemes;
      this.from = from;
      this.next = from;
    }

    Optional<Numeral> read() {
      while (next - from < LONGEST) {
        int before = next;
        boolean joined = next > from && lowest < Long.MAX_VALUE && skip("and");
        long group = group();
        Optional<Numeral> ordinal = ordinal(group);
        if (ordinal.isPresent()) {
          return ordinal;
        }
        if (group < 0) {
          next = before;
          break;
        }
        Long scale = SCALES.get(text(lexemes, next));
        if (scale == null || scale >= lowest || group == 0) {
          if (joined && group >= 1_000) {
            next = before;
            break;
          }
          return finish(total + group);
        }
        total += group * scale;
        lowest = scale;
        next++;
      }
      return next == from ? Optional.empty() : finish(total);
    }

    /** Up to 9,999 ("twelve hundred"); -1 where no number stands. */
    private long group() {
      int start = next;
      if (text(lexemes, next).equals("a") && opensScale(next + 1)) {
        next++;
        return hundreds(1);
      }
      long small = belowHundred();
      if (small < 0) {
        next = start;
        return -1;
      }
      return year(small).orElseGet(() -> hundreds(small));
    }

    private boolean opensScale(int at) {
      return isHundred(lexemes, at) || SCALES.containsKey(text(lexemes, at));
    }

    private long hundreds(long count) {
      if (!isHundred(lexemes, next) || count == 0) {
        return count;
      }
      next++;
      int before = next;
      skip("and");
      long rest = belowHundred();
      if (rest <= 0) {
        next = before;
        return count * 100;
      }
      return count * 100 + rest;
    }

    /** "nineteen ninety nine", "twenty seventeen", "nineteen oh five". */
    private Optional<Long> year(long century) {
      if (century < 17 || century > 21 || next - from > 2) {
        return Optional.empty();
      }
      int before = next;
      if (skip("oh")) {
        Integer unit = digit(text(lexemes, next), false);
        if (unit != null && unit > 0) {
          next++;
          return Optional.of(century * 100 + unit);
        }
      } else {
        long rest = belowHundred();
        boolean ordinal = ORDINALS.containsKey(text(lexemes, next));
        if (rest >= 10 && !ordinal && !opensScale(next)) {
          return Optional.of(century * 100 + rest);
        }
      }
      next = before;
      return Optional.empty();
    }

    private long belowHundred() {
      Integer tens = TENS.get(text(lexemes, next));
      if (tens != null) {
        next++;
        int before = next;
        skip("-");
        Integer unit = digit(text(lexemes, next), false);
        if (unit == null || unit == 0) {
          next = before;
          return tens;
        }
        next++;
        return tens + unit;
      }
      Integer small = SMALL.get(text(lexemes, next));
      if (small == null) {
        return -1;
      }
      next++;
      return small;
    }

    private Optional<Numeral> ordinal(long group) {
      int before = next;
      skip("-");
      String word = text(lexemes, next);
      Integer value = ORDINALS.get(word);
      boolean ten = group >= 20 && group % 10 == 0;
      boolean first = group < 0 && value != null;
      if (value == null || (!first && (!ten || (value >= 10 && group % 100 != 0)))) {
        next = before;
        return Optional.empty();
      }
      boolean moment = value == 2 && next == from && MOMENT.contains(text(lexemes, from - 1));
      if (moment) {
        next = before;
        return Optional.empty();
      }
      return Optional.of(Numeral.ordinal(total + Math.max(0, group) + value, next + 1));
    }

    private Optional<Numeral> finish(long whole) {
      BigDecimal value = BigDecimal.valueOf(whole);
      if (text(lexemes, next).equals("point") && digit(text(lexemes, next + 1), true) != null) {
        StringBuilder fraction = new StringBuilder();
        next++;
        while (fraction.length() < 12 && digit(text(lexemes, next), true) != null) {
          fraction.append(digit(text(lexemes, next++), true));
        }
        value = new BigDecimal(whole + "." + fraction);
        Long scale = SCALES.get(text(lexemes, next));
        if (scale != null) {
          value = value.multiply(BigDecimal.valueOf(scale));
          next++;
        }
      }
      if (text(lexemes, next).equals("and")
          && text(lexemes, next + 1).equals("a")
          && text(lexemes, next + 2).equals("half")) {
        value = value.add(new BigDecimal("0.5"));
        next += 3;
      }
      return Optional.of(Numeral.count(value, next));
    }

    private boolean skip(String word) {
      if (text(lexemes, next).equals(word)) {
        next++;
        return true;
      }
      return false;
    }
  }
}
