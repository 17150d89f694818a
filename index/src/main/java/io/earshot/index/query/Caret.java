package io.earshot.index.query;

import java.util.Optional;

/**
 * What is being typed at a place of a query that need not be complete.
 *
 * @param start first character of it, from 0
 * @param end character after its last one, which may lie behind the caret
 * @param field whose value it is, when a known field's name and colon stand before it
 * @param typed what of it stands before the caret, without field and quotes
 * @param quoted whether it is within quotes
 */
public record Caret(int start, int end, Optional<Field> field, String typed, boolean quoted) {

  /**
   * Looks at a query.
   *
   * @param position characters before the caret; what lies outside of the query is its end
   */
  public static Caret at(String query, int position) {
    int caret = Math.min(position, query.length());
    int start = 0;
    int quote = -1;
    for (int i = 0; i < caret; i++) {
      char c = query.charAt(i);
      if (quote >= 0) {
        quote = Lexer.closes(query.charAt(quote), c) ? -1 : quote;
      } else if (Lexer.isQuote(c)) {
        quote = i;
      } else if (Lexer.separates(c)) {
        start = i + 1;
      }
    }
    while (start < caret && Lexer.isSign(query.charAt(start))) {
      start++;
    }
    return of(query, start, caret, quote);
  }

  private static Caret of(String query, int start, int caret, int quote) {
    int end = end(query, caret, quote);
    int colon = start;
    while (colon < caret && !Lexer.isColon(query.charAt(colon))) {
      colon++;
    }
    Optional<Field> field =
        colon < caret ? Field.of(query.substring(start, colon)) : Optional.empty();
    int from = field.isPresent() ? colon + 1 : start;
    if (quote >= from) {
      from = quote + 1;
    }
    return new Caret(start, end, field, query.substring(from, caret), quote >= 0);
  }

  private static int end(String query, int caret, int quote) {
    int end = caret;
    if (quote >= 0) {
      while (end < query.length() && !Lexer.closes(query.charAt(quote), query.charAt(end))) {
        end++;
      }
      // Without a closing quote the rest of the query is other words, not part of this one.
      return end < query.length() ? end + 1 : caret;
    }
    while (end < query.length() && !Lexer.endsWord(query.charAt(end))) {
      end++;
    }
    return end;
  }
}
