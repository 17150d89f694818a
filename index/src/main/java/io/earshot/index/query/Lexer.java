package io.earshot.index.query;

import io.earshot.conversation.search.QueryMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts query text into pieces. Accepts the punctuation of Chinese keyboards beside the ASCII one.
 */
final class Lexer {
  /** Opening quote to its closing one. A straight or a typographic quote may close either. */
  private static final Map<Character, String> QUOTES =
      Map.of(
          '"', "\"\u201c\u201d\uff02",
          '\uff02', "\"\uff02",
          '\u201c', "\u201d\u201c\"",
          '\u201d', "\u201d\u201c\"",
          '\u300c', "\u300d",
          '\u300e', "\u300f",
          '\u300a', "\u300b");

  /** In any capitals: nothing that people say is written so. */
  private static final Pattern NEAR = Pattern.compile("(?i)near/\\d+");

  private final String text;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Lexeme> lexemes(String text) {
    return TurnOrder.marked(new Lexer(text).run());
  }

  private List<Lexeme> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (!symbol(c)) {
        word();
      }
    }
    add(Lexeme.Type.END, "", text.length());
    return lexemes;
  }

  private boolean symbol(char c) {
    int start = at;
    switch (c) {
      case '(', '\uff08' -> add(Lexeme.Type.OPEN, "(", at++);
      case ')', '\uff09' -> add(Lexeme.Type.CLOSE, ")", at++);
      case '~', '\uff5e' -> add(Lexeme.Type.TILDE, "~", at++);
      case '!', '\uff01' -> add(Lexeme.Type.NOT, "!", at++);
      case '-', '\uff0d', '\u2212' -> minus();
      case '&', '|' -> pair(c);
      default -> {
        if (QUOTES.containsKey(c)) {
          quoted(QUOTES.get(c));
        }
      }
    }
    return at > start;
  }

  /** A dash that stands alone is punctuation, not a negation of what follows later. */
  private void minus() {
    if (at + 1 < text.length() && !isSpace(text.charAt(at + 1))) {
      add(Lexeme.Type.NOT, "-", at++);
    }
  }

  private void pair(char c) {
    int next = at + 1;
    if (next < text.length() && text.charAt(next) == c) {
      add(c == '&' ? Lexeme.Type.AND : Lexeme.Type.OR, text.substring(at, at + 2), at);
      at += 2;
    } else {
      throw new QueryMistake(
          "Single '%s'".formatted(c),
          at + 1,
          "write %s, or put it in quotes".formatted(c == '&' ? "&& or AND" : "|| or OR"));
    }
  }

  private void quoted(String closing) {
    int start = at++;
    int from = at;
    while (at < text.length() && closing.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == text.length()) {
      throw new QueryMistake(
          "Quote is not closed", start + 1, "expected a closing " + closing.charAt(0));
    }
    String content = text.substring(from, at++);
    if (content.isBlank()) {
      throw new QueryMistake("Empty quotes", start + 1, "put the words to look for between them");
    }
    add(Lexeme.Type.QUOTED, content, start);
  }

  private void word() {
    int start = at;
    while (at < text.length() && !endsWord(text.charAt(at)) && !isPair(at)) {
      char c = text.charAt(at);
      if (isColon(c) && isName(text.substring(start, at))) {
        add(Lexeme.Type.FIELD, text.substring(start, at++), start);
        return;
      }
      at++;
    }
    String word = text.substring(start, at);
    switch (word) {
      case "AND" -> add(Lexeme.Type.AND, word, start);
      case "OR" -> add(Lexeme.Type.OR, word, start);
      case "NOT" -> add(Lexeme.Type.NOT, word, start);
      default -> plain(word, start);
    }
  }

  /** A word, unless it is {@code near/5}. */
  private void plain(String word, int start) {
    if (NEAR.matcher(word).matches()) {
      add(Lexeme.Type.NEAR, word.substring(word.indexOf('/') + 1), start);
    } else {
      add(Lexeme.Type.WORD, word, start);
    }
  }

  private boolean isPair(int index) {
    return text.startsWith("&&", index) || text.startsWith("||", index);
  }

  static boolean endsWord(char c) {
    return separates(c) || isQuote(c);
  }

  static boolean separates(char c) {
    return isSpace(c) || "()\uff08\uff09".indexOf(c) >= 0;
  }

  static boolean isQuote(char c) {
    return QUOTES.containsKey(c);
  }

  static boolean closes(char quote, char c) {
    return QUOTES.get(quote).indexOf(c) >= 0;
  }

  /** What may stand right before a word without being part of it. */
  static boolean isSign(char c) {
    return "-\uff0d\u2212!\uff01~\uff5e".indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static boolean isColon(char c) {
    return c == ':' || c == '\uff1a';
  }

  private static boolean isName(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetter(c)));
  }

  private void add(Lexeme.Type type, String content, int start) {
    lexemes.add(new Lexeme(type, content, start + 1));
  }
}
