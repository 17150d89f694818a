package io.earshot.index.text;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes one word out of its spellings: full-width letters, capitals and accents are folded.
 *
 * <p>It keeps the folded term in {@link #exact()}, because the filters behind it go on to stem it.
 */
final class FoldingFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private String exact = "";

  FoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    exact = fold(term.toString());
    term.setEmpty().append(exact);
    return true;
  }

  String exact() {
    return exact;
  }

  private static String fold(String word) {
    if (isPlain(word)) {
      return word;
    }
    String folded = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    char[] letters = folded.replace('\u2019', '\'').toCharArray();
    // One letter becomes at most four ("㎉" style ligatures), which the filter's contract states.
    char[] ascii = new char[letters.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(letters, 0, ascii, 0, letters.length);
    // A few compatibility characters unfold into words with spaces, which would break the field.
    return new String(ascii, 0, length).replaceAll("\\s+", "");
  }

  /** Most words need no folding at all: lower-case ASCII and Han characters. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = c < 128 ? c < 'A' || c > 'Z' : c >= '\u4e00' && c <= '\u9fff';
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
