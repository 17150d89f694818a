package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import io.earshot.index.query.Query.Amount;
import io.earshot.index.query.Query.And;
import io.earshot.index.query.Query.Began;
import io.earshot.index.query.Query.Everything;
import io.earshot.index.query.Query.Named;
import io.earshot.index.query.Query.Not;
import io.earshot.index.query.Query.Or;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes conditions on facts and on turns' speakers and emotions as filters of Elasticsearch. Field
 * names are the same in both indices, but for the prefix of nested turns.
 */
final class Conditions {
  private Conditions() {}

  /** A tree without words and meanings. */
  static Query filter(io.earshot.index.query.Query query, String turnPrefix) {
    if (query instanceof And and) {
      return all(filters(and.parts(), turnPrefix));
    }
    if (query instanceof Or or) {
      List<Query> parts = filters(or.parts(), turnPrefix);
      return Query.of(q -> q.bool(bool -> bool.should(parts).minimumShouldMatch("1")));
    }
    if (query instanceof Not not) {
      Query part = filter(not.part(), turnPrefix);
      return Query.of(q -> q.bool(bool -> bool.mustNot(part)));
    }
    if (query instanceof Named named) {
      return named(named, turnPrefix);
    }
    if (query instanceof Began began) {
      return began(began);
    }
    if (query instanceof Amount amount) {
      return amount(amount);
    }
    if (query instanceof Everything) {
      return Query.of(q -> q.matchAll(all -> all));
    }
    throw new IllegalStateException("Words are no filter");
  }

  static List<Query> filters(Collection<io.earshot.index.query.Query> queries, String turnPrefix) {
    List<Query> filters = new ArrayList<>();
    queries.forEach(query -> filters.add(filter(query, turnPrefix)));
    return filters;
  }

  static Query all(List<Query> filters) {
    return BoolQuery.of(bool -> bool.filter(filters))._toQuery();
  }

  private static Query named(Named named, String turnPrefix) {
    String field = (named.field().ofTurns() ? turnPrefix : "") + named.field().code();
    if (named.pattern()) {
      // In a pattern of Elasticsearch ? and \ mean something; in ours they are themselves.
      String pattern = named.value().replace("\\", "\\\\").replace("?", "\\?");
      return Query.of(q -> q.wildcard(w -> w.field(field).value(pattern).caseInsensitive(true)));
    }
    return Query.of(q -> q.term(t -> t.field(field).value(named.value()).caseInsensitive(true)));
  }

  private static Query began(Began began) {
    String bound = began.bound().toString();
    return Query.of(
        q ->
            q.range(
                range ->
                    range.date(
                        date ->
                            began.before()
                                ? date.field("started_at").lt(bound)
                                : date.field("started_at").gte(bound))));
  }

  private static Query amount(Amount amount) {
    String field =
        switch (amount.field()) {
          case DURATION -> "duration_ms";
          default -> amount.field().code();
        };
    JsonData value = JsonData.of(amount.amount());
    return Query.of(
        q ->
            q.range(
                range ->
                    range.untyped(
                        bounds -> {
                          bounds.field(field);
                          return switch (amount.comparison()) {
                            case "<" -> bounds.lt(value);
                            case "<=" -> bounds.lte(value);
                            case ">" -> bounds.gt(value);
                            case ">=" -> bounds.gte(value);
                            default -> bounds.gte(value).lte(value);
                          };
                        })));
  }
}
