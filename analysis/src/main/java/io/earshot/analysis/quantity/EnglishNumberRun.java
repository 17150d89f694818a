package io.earshot.analysis.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** One number being read, word by word. */
final class EnglishNumberRun {
  private final List<Lexeme> lexemes;
  private final int from;
  private int next;
  private long total;

  /** The lowest scale so far: after "thousand" no "million" may follow. */
  private long lowest = Long.MAX_VALUE;

  EnglishNumberRun(List<Lexeme> lexemes, int from) {
    this.lexemes = lexemes;
    this.from = from;
    this.next = from;
  }

  Optional<Numeral> read() {
    while (next - from < EnglishNumbers.LONGEST) {
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
      Long scale = EnglishNumbers.SCALES.get(EnglishNumbers.text(lexemes, next));
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
    if (EnglishNumbers.text(lexemes, next).equals("a") && opensScale(next + 1)) {
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
    return EnglishNumbers.isHundred(lexemes, at)
        || EnglishNumbers.SCALES.containsKey(EnglishNumbers.text(lexemes, at));
  }

  private long hundreds(long count) {
    if (!EnglishNumbers.isHundred(lexemes, next) || count == 0) {
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
      Integer unit = EnglishNumbers.digit(EnglishNumbers.text(lexemes, next), false);
      if (unit != null && unit > 0) {
        next++;
        return Optional.of(century * 100 + unit);
      }
    } else {
      long rest = belowHundred();
      boolean ordinal = EnglishNumbers.ORDINALS.containsKey(EnglishNumbers.text(lexemes, next));
      if (rest >= 10 && !ordinal && !opensScale(next)) {
        return Optional.of(century * 100 + rest);
      }
    }
    next = before;
    return Optional.empty();
  }

  private long belowHundred() {
    Integer tens = EnglishNumbers.TENS.get(EnglishNumbers.text(lexemes, next));
    if (tens != null) {
      next++;
      int before = next;
      skip("-");
      Integer unit = EnglishNumbers.digit(EnglishNumbers.text(lexemes, next), false);
      if (unit == null || unit == 0) {
        next = before;
        return tens;
      }
      next++;
      return tens + unit;
    }
    Integer small = EnglishNumbers.SMALL.get(EnglishNumbers.text(lexemes, next));
    if (small == null) {
      return -1;
    }
    next++;
    return small;
  }

  private Optional<Numeral> ordinal(long group) {
    int before = next;
    skip("-");
    String word = EnglishNumbers.text(lexemes, next);
    Integer value = EnglishNumbers.ORDINALS.get(word);
    boolean ten = group >= 20 && group % 10 == 0;
    boolean first = group < 0 && value != null;
    if (value == null || (!first && (!ten || (value >= 10 && group % 100 != 0)))) {
      next = before;
      return Optional.empty();
    }
    boolean moment =
        value == 2
            && next == from
            && EnglishNumbers.MOMENT.contains(EnglishNumbers.text(lexemes, from - 1));
    if (moment) {
      next = before;
      return Optional.empty();
    }
    return Optional.of(Numeral.ordinal(total + Math.max(0, group) + value, next + 1));
  }

  private Optional<Numeral> finish(long whole) {
    BigDecimal value = BigDecimal.valueOf(whole);
    if (EnglishNumbers.text(lexemes, next).equals("point")
        && EnglishNumbers.digit(EnglishNumbers.text(lexemes, next + 1), true) != null) {
      StringBuilder fraction = new StringBuilder();
      next++;
      while (fraction.length() < 12
          && EnglishNumbers.digit(EnglishNumbers.text(lexemes, next), true) != null) {
        fraction.append(EnglishNumbers.digit(EnglishNumbers.text(lexemes, next++), true));
      }
      value = new BigDecimal(whole + "." + fraction);
      Long scale = EnglishNumbers.SCALES.get(EnglishNumbers.text(lexemes, next));
      if (scale != null) {
        value = value.multiply(BigDecimal.valueOf(scale));
        next++;
      }
    }
    if (EnglishNumbers.text(lexemes, next).equals("and")
        && EnglishNumbers.text(lexemes, next + 1).equals("a")
        && EnglishNumbers.text(lexemes, next + 2).equals("half")) {
      value = value.add(new BigDecimal("0.5"));
      next += 3;
    }
    return Optional.of(Numeral.count(value, next));
  }

  private boolean skip(String word) {
    if (EnglishNumbers.text(lexemes, next).equals(word)) {
      next++;
      return true;
    }
    return false;
  }
}
