package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Intervals;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SpanQuery;
import io.earshot.index.text.Token;
import java.util.List;
import java.util.stream.Stream;

/** Writes what is to be said in a turn as a query of Elasticsearch over that nested turn. */
final class SpokenQueries {
  private static final String EXACT = "turns.exact";
  private static final String STEMS = "turns.stems";
  private static final String SOUNDS = "turns.sounds";
  private static final String PERHAPS = "turns.perhaps";
  private static final int MOST_ENDINGS = 200;

  /** Far below the score of a word that was said, which is 1 and more unless every turn has it. */
  private static final float SHARE_OF_ALTERNATIVES = 0.1f;

  /** What merely sounds so was not even considered by the recognizer. */
  private static final float SHARE_OF_SOUNDS = 0.05f;

  private SpokenQueries() {}

  /**
   * @param positive whether it has to be said: what must not have been said is what surely was, and
   *     a doubt excludes nothing
   */
  static Query of(Spoken spoken, boolean positive) {
    if (spoken instanceof Spoken.Words words) {
      return words(words, positive);
    }
    if (spoken instanceof Spoken.AnyOf any) {
      return any(any.parts().stream().map(part -> of(part, positive)).toList());
    }
    Spoken.Close close = (Spoken.Close) spoken;
    // The words rank, their places decide.
    List<Query> words = List.of(of(close.left(), positive), of(close.right(), positive));
    List<Intervals> places = List.of(Places.of(close, positive));
    Query near =
        Query.of(q -> q.intervals(i -> i.field(EXACT).anyOf(anyOf -> anyOf.intervals(places))));
    return Query.of(q -> q.bool(bool -> bool.must(words).filter(near)));
  }

  private static Query words(Spoken.Words words, boolean positive) {
    List<String> exact = exact(words);
    List<String> stems = stems(words);
    return switch (words.form()) {
      case WORD -> positive ? saidOrPerhaps(stems) : row(STEMS, stems);
      case PHRASE -> row(EXACT, exact);
      case BEGINNING -> beginning(exact);
      case SOUND -> positive ? sounding(stems, words.sounds()) : row(STEMS, stems);
      case START -> first(exact);
      case END -> row(EXACT, Stream.concat(exact.stream(), Stream.of(SpokenTurn.END)).toList());
    };
  }

  private static List<String> exact(Spoken.Words words) {
    return words.tokens().stream().map(Token::exact).toList();
  }

  private static List<String> stems(Spoken.Words words) {
    return words.tokens().stream().map(Token::stem).toList();
  }

  /** What may have been said counts too, but less than what surely was. */
  private static Query saidOrPerhaps(List<String> stems) {
    return best(List.of(row(STEMS, stems), constant(row(PERHAPS, stems), SHARE_OF_ALTERNATIVES)));
  }

  /** First what was said, by at least 1, then the recognizer's alternatives, then mere sounds. */
  private static Query sounding(List<String> stems, List<List<String>> sounds) {
    Query said = row(STEMS, stems);
    Query surely = Query.of(q -> q.bool(bool -> bool.must(said, constant(said, 1))));
    Query sounding = any(sounds.stream().map(codes -> row(SOUNDS, codes)).toList());
    return best(
        List.of(
            surely,
            constant(row(PERHAPS, stems), SHARE_OF_ALTERNATIVES),
            constant(sounding, SHARE_OF_SOUNDS)));
  }

  private static Query best(List<Query> queries) {
    return Query.of(q -> q.disMax(d -> d.queries(queries)));
  }

  private static Query any(List<Query> queries) {
    return Query.of(q -> q.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
  }

  private static Query constant(Query filter, float score) {
    return Query.of(q -> q.constantScore(c -> c.filter(filter).boost(score)));
  }

  private static Query row(String field, List<String> words) {
    if (words.size() == 1) {
      return Query.of(q -> q.term(term -> term.field(field).value(words.get(0))));
    }
    return Query.of(q -> q.matchPhrase(m -> m.field(field).query(String.join(" ", words))));
  }

  private static Query beginning(List<String> words) {
    if (words.size() == 1) {
      return Query.of(q -> q.prefix(p -> p.field(EXACT).value(words.get(0))));
    }
    return Query.of(
        q ->
            q.matchPhrasePrefix(
                m -> m.field(EXACT).query(String.join(" ", words)).maxExpansions(MOST_ENDINGS)));
  }

  private static Query first(List<String> words) {
    List<SpanQuery> terms =
        words.stream()
            .map(word -> SpanQuery.of(span -> span.spanTerm(t -> t.field(EXACT).value(word))))
            .toList();
    SpanQuery row =
        terms.size() == 1
            ? terms.get(0)
            : SpanQuery.of(span -> span.spanNear(n -> n.clauses(terms).slop(0).inOrder(true)));
    return Query.of(q -> q.spanFirst(first -> first.match(row).end(words.size())));
  }

  /** The same words as places within a turn; all three fields have each word at the same place. */
  private static final class Places {
    private Places() {}

    static Intervals of(Spoken spoken, boolean positive) {
      if (spoken instanceof Spoken.AnyOf any) {
        return any(any.parts().stream().map(part -> of(part, positive)).toList());
      }
      if (spoken instanceof Spoken.Words words) {
        return words(words, positive);
      }
      Spoken.Close close = (Spoken.Close) spoken;
      Intervals left = of(close.left(), positive);
      Intervals right = of(close.right(), positive);
      // Twice in order and not once without: a word is not near itself.
      return any(
          List.of(
              row(List.of(left, right), close.words() - 1),
              row(List.of(right, left), close.words() - 1)));
    }

    private static Intervals words(Spoken.Words words, boolean positive) {
      Intervals said = row(STEMS, stems(words));
      return switch (words.form()) {
        case WORD -> said;
        case PHRASE, START, END -> row(EXACT, exact(words));
        case BEGINNING -> beginning(exact(words));
        case SOUND ->
            positive
                ? any(
                    Stream.concat(
                            Stream.of(said),
                            words.sounds().stream().map(codes -> row(SOUNDS, codes)))
                        .toList())
                : said;
      };
    }

    private static Intervals beginning(List<String> words) {
      int last = words.size() - 1;
      Intervals prefix =
          Intervals.of(i -> i.prefix(p -> p.prefix(words.get(last)).useField(EXACT)));
      return last == 0 ? prefix : row(List.of(row(EXACT, words.subList(0, last)), prefix), 0);
    }

    private static Intervals row(String field, List<String> words) {
      return Intervals.of(
          i ->
              i.match(
                  m -> m.query(String.join(" ", words)).maxGaps(0).ordered(true).useField(field)));
    }

    private static Intervals row(List<Intervals> parts, int gaps) {
      return Intervals.of(i -> i.allOf(all -> all.intervals(parts).ordered(true).maxGaps(gaps)));
    }

    private static Intervals any(List<Intervals> parts) {
      return Intervals.of(i -> i.anyOf(anyOf -> anyOf.intervals(parts)));
    }
  }
}
