package io.earshot.analysis.evaluation.speech;

import io.earshot.analysis.language.ChineseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words as they sound, so that spelling is not counted as an error of recognition. Both sides of a
 * comparison go through it.
 *
 * <p>English: lower case without punctuation; numbers, amounts, percentages and addresses of the
 * net in words; contractions in full ("don't": do not, but possessives stay); "ok" and "okay" one;
 * sounds of hesitation left out. Chinese: simplified characters one by one without punctuation,
 * digits as characters, Latin words whole.
 */
public final class SpokenWords {
  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,8}"
              + "|[$€£]?\\d++(?:,\\d{3})*+(?:\\.\\d++)?%?"
              + "|[\\p{L}]++(?:'[\\p{L}]++)*+");
  private static final Set<String> HESITATIONS =
      Set.of("uh", "um", "hm", "hmm", "mm", "mhm", "er", "erm", "ah", "eh", "huh", "mmm", "uhm");
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("ok", "okay"),
          Map.entry("gonna", "going to"),
          Map.entry("wanna", "want to"),
          Map.entry("gotta", "got to"),
          Map.entry("can't", "can not"),
          Map.entry("cannot", "can not"),
          Map.entry("won't", "will not"),
          Map.entry("let's", "let us"),
          Map.entry("it's", "it is"),
          Map.entry("that's", "that is"),
          Map.entry("what's", "what is"),
          Map.entry("there's", "there is"),
          Map.entry("here's", "here is"),
          Map.entry("he's", "he is"),
          Map.entry("she's", "she is"),
          Map.entry("who's", "who is"),
          Map.entry("where's", "where is"),
          Map.entry("how's", "how is"),
          Map.entry("mr", "mister"),
          Map.entry("mrs", "missus"),
          Map.entry("dr", "doctor"));
  private static final Map<String, String> ENDINGS =
      Map.of("n't", "not", "'m", "am", "'re", "are", "'ve", "have", "'ll", "will", "'d", "would");
  private static final String DIGITS = "零一二三四五六七八九";

  private SpokenWords() {}

  /** The words of a text. */
  public static List<String> of(String text, String language) {
    return language.startsWith("zh") ? chinese(text) : english(text);
  }

  private static List<String> chinese(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder latin = new StringBuilder();
    String plain = ChineseText.simplified(text).toLowerCase(Locale.ROOT);
    for (int c : plain.codePoints().toArray()) {
      boolean digit = c >= '0' && c <= '9';
      if (!digit && c < 0x250 && Character.isLetter(c)) {
        latin.appendCodePoint(c);
        continue;
      }
      flush(latin, words);
      if (digit) {
        words.add(String.valueOf(DIGITS.charAt(c - '0')));
      } else if (Character.isLetterOrDigit(c)) {
        words.add(Character.toString(c));
      }
    }
    flush(latin, words);
    return words;
  }

  private static void flush(StringBuilder latin, List<String> words) {
    if (!latin.isEmpty()) {
      words.add(latin.toString());
      latin.setLength(0);
    }
  }

  private static List<String> english(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (matcher.find()) {
      String token = matcher.group();
      if (token.indexOf('@') > 0) {
        String spoken =
            token.replace("@", " at ").replace(".", " dot ").replace("_", " underscore ");
        words.addAll(english(spoken.replace('-', ' ')));
      } else if (token.chars().anyMatch(Character::isDigit)) {
        words.addAll(EnglishNumbers.words(token));
      } else if (!HESITATIONS.contains(token)) {
        words.addAll(full(token));
      }
    }
    return words;
  }

  private static List<String> full(String word) {
    if (SAME.containsKey(word)) {
      return List.of(SAME.get(word).split(" "));
    }
    for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
      if (word.endsWith(ending.getKey()) && word.length() > ending.getKey().length()) {
        return List.of(
            word.substring(0, word.length() - ending.getKey().length()), ending.getValue());
      }
    }
    return List.of(word);
  }
}
