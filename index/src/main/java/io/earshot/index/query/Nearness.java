package io.earshot.index.query;

import io.earshot.conversation.search.QueryMistake;
import io.earshot.index.query.Query.Form;
import java.util.function.Supplier;

/** Reads {@code near/5} and sees that there are words on both sides of it. */
final class Nearness {
  private static final int FURTHEST = 100;

  /** Each one doubles what the index has to compare, for either may come first. */
  private static final int MOST = 4;

  private Nearness() {}

  static Query of(Query left, Lexeme operator, Supplier<Query> next) {
    int words = Numbers.upTo(FURTHEST, operator.text());
    if (words == 0) {
      throw new QueryMistake(
          "Bad distance '%s'".formatted(operator.shown()),
          operator.position(),
          operator.shown().length(),
          "expected near/1 to near/%d".formatted(FURTHEST));
    }
    Query right = next.get();
    if (!isWords(left) || !isWords(right)) {
      throw new QueryMistake(
          "%s without words on both sides".formatted(operator.shown()),
          operator.position(),
          operator.shown().length(),
          "expected words, phrases, sounds: or a bracket of such with OR");
    }
    Query.Near near = new Query.Near(left, right, words, operator.position());
    if (count(near) > MOST) {
      throw new QueryMistake(
          "Too many words near each other",
          operator.position(),
          operator.shown().length(),
          "expected at most %d near/ in a row".formatted(MOST));
    }
    return near;
  }

  private static boolean isWords(Query query) {
    if (query instanceof Query.Or or) {
      return or.parts().stream().allMatch(Nearness::isWords);
    }
    if (query instanceof Query.Said said) {
      return said.form() != Form.START && said.form() != Form.END;
    }
    return query instanceof Query.Near;
  }

  private static int count(Query query) {
    if (query instanceof Query.Or or) {
      return or.parts().stream().mapToInt(Nearness::count).sum();
    }
    return query instanceof Query.Near near ? 1 + count(near.left()) + count(near.right()) : 0;
  }
}
