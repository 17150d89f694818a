package io.earshot.index.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Writes tokens by their sound, so that words that a recognizer takes for one another become the
 * same: a code for each token, at its place. Safe for many threads.
 *
 * <p>Words of Latin letters get Lawrence Philips' Double Metaphone code, in capitals: consonants
 * alone, voiced and voiceless ones the same, of vowels only that there is one at the beginning.
 * Chinese characters get their syllable, in small letters, without tone and with what telephones
 * confuse folded. Other tokens, numbers above all, stand for themselves and keep the places.
 */
public final class SoundCoder {
  /** Long words stay apart: the four letters of the original are meant for surnames. */
  private static final int LONGEST_CODE = 10;

  /** Ways to hear a query; each is a phrase that the index has to look for. */
  private static final int MOST_ROWS = 24;

  /** Shorter ones are in any two words in a row. */
  private static final int SHORTEST_SPLIT = 3;

  private static final int MOST_KNOWN = 20_000;
  private static final int FEWEST_SYLLABLES = 2;

  private final Function<String, List<String>> syllables;
  private final DoubleMetaphone metaphone = new DoubleMetaphone();

  /** A code takes longer to make than all else of a token, and most words come again. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * @param syllables toneless pinyin for each {@code char} of a text; an empty list or item where
   *     none is known
   */
  public SoundCoder(Function<String, List<String>> syllables) {
    this.syllables = syllables;
    metaphone.setMaxCodeLen(LONGEST_CODE);
  }

  /**
   * One code for each token of the text.
   *
   * @param tokens as {@link WordBreaker} found them
   */
  public List<String> codes(String text, List<Token> tokens) {
    List<String> read = readings(text, tokens);
    List<String> codes = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      String syllable = token.start() < read.size() ? read.get(token.start()) : "";
      codes.add(syllable.isEmpty() ? latin(token.exact(), false) : Syllables.folded(syllable));
    }
    return codes;
  }

  /**
   * The rows of codes by any of which a query may have been heard: its own, those of a second
   * pronunciation, and for Latin letters those with the words' boundaries elsewhere ("in voice" for
   * "invoice"), or the Chinese that the letters spell.
   */
  public List<List<String>> rows(String text, List<Token> tokens) {
    List<String> codes = codes(text, tokens);
    Set<List<String>> rows = new LinkedHashSet<>(List.of(codes));
    for (int i = 0; i < codes.size(); i++) {
      rows.add(replaced(codes, i, 1, List.of(second(tokens.get(i), codes.get(i)))));
    }
    pinyin(tokens, rows);
    for (int i = 0; i < codes.size(); i++) {
      joined(codes, i, rows);
      split(codes, i, rows);
    }
    return rows.stream().limit(MOST_ROWS).toList();
  }

  private String second(Token token, String first) {
    return isLatin(first) ? latin(token.exact(), true) : first;
  }

  private static void joined(List<String> codes, int at, Set<List<String>> rows) {
    if (at + 1 < codes.size() && isLatin(codes.get(at)) && isLatin(codes.get(at + 1))) {
      String second = codes.get(at + 1);
      String rest = second.startsWith("A") ? second.substring(1) : second;
      rows.add(replaced(codes, at, 2, List.of(codes.get(at) + rest)));
    }
  }

  private static void split(List<String> codes, int at, Set<List<String>> rows) {
    String code = codes.get(at);
    if (!isLatin(code) || code.length() < SHORTEST_SPLIT) {
      return;
    }
    // A vowel alone is the article and the pronoun, before any other word.
    for (int end = code.startsWith("A") ? 2 : 1; end < code.length(); end++) {
      String head = code.substring(0, end);
      String tail = code.substring(end);
      rows.add(replaced(codes, at, 1, List.of(head, tail)));
      rows.add(replaced(codes, at, 1, List.of(head, "A" + tail)));
    }
  }

  private static void pinyin(List<Token> tokens, Set<List<String>> rows) {
    List<String> spelt = new ArrayList<>();
    for (Token token : tokens) {
      List<String> syllables = Syllables.of(token.exact()).orElse(List.of());
      if (syllables.isEmpty()) {
        return;
      }
      syllables.forEach(syllable -> spelt.add(Syllables.folded(syllable)));
    }
    if (spelt.size() >= FEWEST_SYLLABLES) {
      rows.add(spelt);
    }
  }

  private static List<String> replaced(List<String> codes, int from, int count, List<String> by) {
    List<String> row = new ArrayList<>(codes.subList(0, from));
    row.addAll(by);
    row.addAll(codes.subList(from + count, codes.size()));
    return List.copyOf(row);
  }

  private List<String> readings(String text, List<Token> tokens) {
    boolean chinese = tokens.stream().anyMatch(token -> isHan(token.exact().charAt(0)));
    List<String> read = chinese ? syllables.apply(text) : List.of();
    // One that is not of the text's length would give characters the readings of others.
    return read.size() == text.length() ? read : List.of();
  }

  private static boolean isHan(char c) {
    return Character.isSurrogate(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private String latin(String word, boolean alternate) {
    String code = alternate ? null : known.get(word);
    if (code == null) {
      code = made(word, alternate);
      if (!alternate && known.size() < MOST_KNOWN) {
        known.put(word, code);
      }
    }
    return code;
  }

  private String made(String word, boolean alternate) {
    if (word.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
      return word;
    }
    String code = metaphone.doubleMetaphone(word, alternate);
    // 0 is the sound of "th", which many speakers and most telephones make a t.
    return code.isEmpty() ? word : code.replace('0', 'T');
  }

  private static boolean isLatin(String code) {
    return code.charAt(0) >= 'A' && code.charAt(0) <= 'Z';
  }
}
