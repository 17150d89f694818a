package io.earshot.analysis.learning;

import io.earshot.analysis.language.ChineseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text is written with: runs of one to three characters (Chinese) or one and two words
 * (else), punctuation included, hashed into a fixed number of dimensions.
 *
 * <p>Embeddings see what is meant, these see how it is put ("竟然", "still no", "!!"); averaged they
 * beat either for feelings.
 */
final class Ngrams {
  static final int DIMENSIONS = 1 << 16;
  private static final int MOST_PIECES = 300;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]++(?:['’][\\p{L}\\p{N}]++)*+|[^\\p{L}\\p{N}\\s]");

  private Ngrams() {}

  /** A vector of length {@code scale}. */
  static Features of(String text, String language, float scale) {
    boolean chinese = language.startsWith("zh");
    List<String> pieces = chinese ? characters(text) : words(text);
    TreeMap<Integer, Float> counts = new TreeMap<>();
    int longest = chinese ? 3 : 2;
    for (int size = 1; size <= longest; size++) {
      for (int i = 0; i + size <= pieces.size(); i++) {
        int hash = String.join("\u0001", pieces.subList(i, i + size)).hashCode() * 0x9E3779B1;
        counts.put(hash >>> 16, 1f);
      }
    }
    return features(counts, scale);
  }

  private static List<String> characters(String text) {
    List<String> pieces = new ArrayList<>();
    pieces.add("^");
    for (String word : words(ChineseText.simplified(text))) {
      if (word.codePoints().allMatch(Ngrams::isLatin)) {
        pieces.add(word);
      } else {
        word.codePoints().limit(MOST_PIECES).mapToObj(Character::toString).forEach(pieces::add);
      }
      if (pieces.size() > MOST_PIECES) {
        break;
      }
    }
    pieces.add("$");
    return pieces;
  }

  private static boolean isLatin(int codePoint) {
    return codePoint < 0x250;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (matcher.find() && words.size() < MOST_PIECES) {
      words.add(halfWidth(matcher.group()));
    }
    return words;
  }

  /** Chinese punctuation comes in two widths, by the writer's keyboard. */
  private static String halfWidth(String piece) {
    char character = piece.charAt(0);
    boolean full = piece.length() == 1 && character >= '！' && character <= '～';
    return full ? String.valueOf((char) (character - '！' + '!')) : piece;
  }

  private static Features features(TreeMap<Integer, Float> counts, float scale) {
    int[] indices = new int[counts.size()];
    float[] values = new float[counts.size()];
    float value = scale / (float) Math.sqrt(Math.max(1, counts.size()));
    int i = 0;
    for (int index : counts.keySet()) {
      indices[i] = index;
      values[i++] = value;
    }
    return new Features(indices, values);
  }
}
