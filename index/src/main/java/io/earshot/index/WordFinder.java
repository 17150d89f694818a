package io.earshot.index;

import io.earshot.conversation.search.Moment.Span;
import io.earshot.index.query.Query.Form;
import io.earshot.index.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds a query's words among a turn's tokens, the way the index does. */
final class WordFinder {
  /** In one turn; a word of one letter may stand a thousand times in a long one. */
  private static final int MOST_PLACES = 500;

  private WordFinder() {}

  /** The places where it is said, and those where it merely sounds so. */
  static List<Place> places(Spoken spoken, SpokenTurn turn) {
    if (spoken instanceof Spoken.Words words) {
      List<Place> places = said(words, turn.tokens());
      places.addAll(sounding(words, turn));
      return places;
    }
    if (spoken instanceof Spoken.AnyOf any) {
      return any.parts().stream().flatMap(part -> places(part, turn).stream()).toList();
    }
    return close((Spoken.Close) spoken, turn);
  }

  static boolean isSaid(Spoken.Words words, List<Token> said) {
    return !said(words, said).isEmpty();
  }

  private static List<Place> said(Spoken.Words words, List<Token> said) {
    List<Place> places = new ArrayList<>();
    int length = words.tokens().size();
    int last = said.size() - length;
    int first = words.form() == Form.END ? Math.max(0, last) : 0;
    for (int from = first;
        from <= (words.form() == Form.START ? Math.min(0, last) : last);
        from++) {
      if (isAt(words, said, from)) {
        places.add(Place.of(said, from, from + length, true));
      }
    }
    return places;
  }

  private static List<Place> sounding(Spoken.Words words, SpokenTurn turn) {
    List<Place> places = new ArrayList<>();
    for (List<String> row : words.sounds()) {
      int from = 0;
      while ((from = from(row, turn.codes(), from)) >= 0) {
        places.add(Place.of(turn.tokens(), from, from + row.size(), false));
        from++;
      }
    }
    return places;
  }

  /** Where the row is at that place or behind it; -1 when nowhere. */
  private static int from(List<String> row, List<String> codes, int first) {
    for (int from = first; from + row.size() <= codes.size(); from++) {
      if (codes.subList(from, from + row.size()).equals(row)) {
        return from;
      }
    }
    return -1;
  }

  private static List<Place> close(Spoken.Close close, SpokenTurn turn) {
    List<Place> right = places(close.right(), turn);
    List<Place> near = new ArrayList<>();
    for (Place left : places(close.left(), turn)) {
      for (Place other : right) {
        int distance = left.distance(other);
        if (distance > 0 && distance <= close.words() && near.size() < MOST_PLACES) {
          near.add(left.with(other));
        }
      }
    }
    return near;
  }

  private static boolean isAt(Spoken.Words words, List<Token> said, int from) {
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
      case WORD, SOUND -> said.stem().equals(wanted.stem());
      case PHRASE, START, END -> said.exact().equals(wanted.exact());
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
