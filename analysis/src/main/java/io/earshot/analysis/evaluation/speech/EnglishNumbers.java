package io.earshot.analysis.evaluation.speech;

import java.util.ArrayList;
import java.util.List;

/** Written numbers as they are mostly said. */
final class EnglishNumbers {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  /** Longer ones are not amounts but numbers to be dialled or typed. */
  private static final int LONGEST_AMOUNT = 7;

  private EnglishNumbers() {}

  /** Of a token such as {@code 1,250}, {@code $3.50}, {@code 20%} or {@code 2017}. */
  static List<String> words(String token) {
    List<String> words = new ArrayList<>();
    String plain = token.replace(",", "").replaceAll("[$€£%]", "");
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    words.addAll(whole(whole, token.contains(",")));
    boolean money = token.matches("[$€£].*");
    if (money) {
      words.add(token.startsWith("$") ? "dollars" : token.startsWith("€") ? "euros" : "pounds");
    }
    if (point >= 0) {
      String rest = plain.substring(point + 1);
      if (money) {
        words.addAll(whole(rest, false));
      } else {
        words.add("point");
        words.addAll(digits(rest));
      }
    }
    if (token.endsWith("%")) {
      words.add("percent");
    }
    return words;
  }

  private static List<String> whole(String digits, boolean grouped) {
    boolean dialled = digits.length() > 1 && digits.startsWith("0");
    if (dialled || digits.length() > LONGEST_AMOUNT) {
      return digits(digits);
    }
    int number = Integer.parseInt(digits);
    boolean year = !grouped && digits.length() == 4 && number >= 1100 && number < 2100;
    if (year && number % 100 != 0 && (number < 2000 || number > 2009)) {
      List<String> words = new ArrayList<>(amount(number / 100));
      if (number % 100 < 10) {
        words.add("oh");
      }
      words.addAll(amount(number % 100));
      return words;
    }
    return amount(number);
  }

  private static List<String> digits(String digits) {
    return digits.chars().mapToObj(c -> SMALL[c - '0']).toList();
  }

  private static List<String> amount(int number) {
    List<String> words = new ArrayList<>();
    if (number >= 1_000_000) {
      words.addAll(amount(number / 1_000_000));
      words.add("million");
      words.addAll(rest(number % 1_000_000));
    } else if (number >= 1000) {
      words.addAll(amount(number / 1000));
      words.add("thousand");
      words.addAll(rest(number % 1000));
    } else if (number >= 100) {
      words.add(SMALL[number / 100]);
      words.add("hundred");
      words.addAll(rest(number % 100));
    } else if (number >= 20) {
      words.add(TENS[number / 10]);
      words.addAll(rest(number % 10));
    } else {
      words.add(SMALL[number]);
    }
    return words;
  }

  private static List<String> rest(int number) {
    return number == 0 ? List.of() : amount(number);
  }
}
