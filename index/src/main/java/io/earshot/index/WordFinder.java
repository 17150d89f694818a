package io.earshot.index;

import io.earshot.conversation.search.Moment.Span;
import io.earshot.index.query.Query.Form;
import io.earshot.index.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds a query's words among a turn's tokens, the way the index does. */
final class WordFinder {
  private WordFinder() {}

  /** The places where the words are said, in order. */
  static List<Span> spans(Leaf.Words words, List<Token> said) {
    List<Span> spans = new ArrayList<>();
    int length = words.tokens().size();
    for (int from = 0; from + length <= said.size(); from++) {
      if (isAt(words, said, from)) {
        spans.add(new Span(said.get(from).start(), said.get(from + length - 1).end()));
      }
    }
    return spans;
  }

  private static boolean isAt(Leaf.Words words, List<Token> said, int from) {
    List<Token> wanted = words.tokens();
    for (int i = 0; i < wanted.size(); i++) {
      boolean last = i == wanted.size() - 1;
      if (!meets(words.form(), wanted.get(i), said.get(from + i), last)) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(Form form, Token wanted, Token said, boolean last) {
    return switch (form) {
      case WORD -> said.stem().equals(wanted.stem());
      case PHRASE -> said.exact().equals(wanted.exact());
      case BEGINNING ->
          last ? said.exact().startsWith(wanted.exact()) : said.exact().equals(wanted.exact());
    };
  }

  /** In order, with those that overlap or touch made one. */
  static List<Span> merged(List<Span> spans) {
    List<Span> sorted = spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? new Span(-1, -1) : merged.get(merged.size() - 1);
      if (span.start() <= last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** Whether a text has the form of a pattern in which a star stands for any characters. */
  static boolean matches(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(text);
    }
    String head = pattern.substring(0, star);
    if (!text.startsWith(head)) {
      return false;
    }
    String rest = pattern.substring(star + 1);
    for (int from = head.length(); from <= text.length(); from++) {
      if (matches(rest, text.substring(from))) {
        return true;
      }
    }
    return false;
  }
}
