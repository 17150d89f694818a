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
  static final int LONGEST = 40;
  static final Map<String, Integer> SMALL =
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
  static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60,
          "seventy", 70, "eighty", 80, "ninety", 90);
  static final Map<String, Long> SCALES =
      Map.of(
          "thousand",
          1_000L,
          "million",
          1_000_000L,
          "billion",
          1_000_000_000L,
          "trillion",
          1_000_000_000_000L);
  static final Map<String, Integer> ORDINALS =
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
  static final Set<String> MOMENT =
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
    EnglishNumberRun run = new EnglishNumberRun(lexemes, from);
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

  static Integer digit(String word, boolean inside) {
    if (inside && (word.equals("oh") || word.equals("o"))) {
      return 0;
    }
    Integer value = SMALL.get(word);
    return value == null || value > 9 ? null : value;
  }

  static boolean isHundred(List<Lexeme> lexemes, int at) {
    return text(lexemes, at).equals("hundred");
  }

  static String text(List<Lexeme> lexemes, int at) {
    return at >= 0 && at < lexemes.size() ? lexemes.get(at).text() : "";
  }
}
