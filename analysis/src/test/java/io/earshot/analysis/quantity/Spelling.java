package io.earshot.analysis.quantity;

import java.util.List;

/** Puts cardinal numbers into words, as schools teach it. */
final class Spelling {
  private static final List<String> SMALL =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
              .split(" "));
  private static final List<String> TENS =
      List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final List<String> SCALES =
      List.of("", " thousand", " million", " billion", " trillion");
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] UNITS = {"", "十", "百", "千"};

  private Spelling() {}

  static String english(long number) {
    if (number == 0) {
      return "zero";
    }
    StringBuilder words = new StringBuilder();
    for (int scale = 4; scale >= 0; scale--) {
      int group = (int) (number / (long) Math.pow(1000, scale) % 1000);
      if (group > 0) {
        words.append(words.length() > 0 ? " " : "").append(group(group)).append(SCALES.get(scale));
      }
    }
    return words.toString();
  }

  private static String group(int number) {
    if (number >= 100) {
      String rest = number % 100 == 0 ? "" : " and " + group(number % 100);
      return SMALL.get(number / 100) + " hundred" + rest;
    }
    if (number < 20) {
      return SMALL.get(number);
    }
    return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + SMALL.get(number % 10));
  }

  static String chinese(long number) {
    if (number == 0) {
      return "零";
    }
    String words = chinese(number, false);
    return words.startsWith("一十") ? words.substring(1) : words;
  }

  private static String chinese(long number, boolean padded) {
    if (number >= 100_000_000L) {
      return chinese(number / 100_000_000L, false) + "亿" + rest(number % 100_000_000L, 10_000_000L);
    }
    if (number >= 10_000L) {
      return chinese(number / 10_000L, false) + "万" + rest(number % 10_000L, 1_000L);
    }
    StringBuilder words = new StringBuilder();
    for (int place = 3; place >= 0; place--) {
      int digit = (int) (number / (long) Math.pow(10, place) % 10);
      if (digit > 0) {
        words.append(DIGITS.charAt(digit)).append(UNITS[place]);
      } else if (words.length() > 0
          && number % (long) Math.pow(10, place) > 0
          && !words.toString().endsWith("零")) {
        words.append("零");
      }
    }
    return words.toString();
  }

  private static String rest(long number, long full) {
    return number == 0 ? "" : (number < full ? "零" : "") + chinese(number, true);
  }
}
