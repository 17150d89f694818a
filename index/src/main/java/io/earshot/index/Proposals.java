package io.earshot.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.earshot.conversation.search.Completion;
import io.earshot.conversation.search.Completion.Kind;
import io.earshot.conversation.search.Completions;
import io.earshot.conversation.search.Scope;
import io.earshot.index.query.Caret;
import io.earshot.index.query.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposes what could stand at the caret of a query. Safe for many threads. */
final class Proposals {
  private static final int MOST_VALUES = 10;
  private static final int LONGEST_PREFIX = 64;
  private static final List<String> OPERATORS =
      List.of("AND", "OR", "NOT", "near/5", "THEN", "WITHIN 5 TURNS");
  private static final String VALUES = "values";
  private static final String TURNS = "turns";

  private final Aggregations aggregations;

  Proposals(Aggregations aggregations) {
    this.aggregations = aggregations;
  }

  Completions at(String query, int position, Scope scope) {
    Caret caret = Caret.at(query, position);
    return new Completions(caret.start(), caret.end(), completions(caret, scope));
  }

  private List<Completion> completions(Caret caret, Scope scope) {
    if (caret.field().isPresent()) {
      Field field = caret.field().get();
      return field.codes().isEmpty() ? values(field, caret.typed(), scope) : codes(field, caret);
    }
    return caret.quoted() ? List.of() : names(caret.typed());
  }

  private static List<Completion> names(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    Stream<Completion> fields =
        Arrays.stream(Field.values())
            .map(field -> field.code() + ":")
            .filter(name -> name.startsWith(lower))
            .map(name -> new Completion(name, Kind.FIELD, 0));
    Stream<Completion> operators =
        OPERATORS.stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(lower))
            .map(name -> new Completion(name, Kind.OPERATOR, 0));
    return Stream.concat(fields, operators).toList();
  }

  private static List<Completion> codes(Field field, Caret caret) {
    return field.codes().stream()
        .filter(code -> code.startsWith(caret.typed().toLowerCase(Locale.ROOT)))
        .map(code -> new Completion(field.code() + ":" + code, Kind.VALUE, 0))
        .toList();
  }

  /** Values that conversations of the scope have, most frequent first. */
  private List<Completion> values(Field field, String typed, Scope scope) {
    if (!field.isNamed() || field == Field.ID || typed.length() > LONGEST_PREFIX) {
      return List.of();
    }
    Query visible = Conditions.all(Narrowing.scope(scope));
    String name = field.ofTurns() ? TURNS + "." + field.code() : field.code();
    Aggregation values =
        Aggregation.of(
            a ->
                a.terms(
                    terms ->
                        terms
                            .field(name)
                            .size(MOST_VALUES)
                            .include(include -> include.regexp(beginning(typed)))));
    Aggregation wanted =
        field.ofTurns()
            ? Aggregation.of(a -> a.nested(n -> n.path(TURNS)).aggregations(VALUES, values))
            : values;
    Aggregate counted =
        aggregations.run("Completing a query", visible, Map.of(VALUES, wanted)).get(VALUES);
    return completions(field, counted);
  }

  private static List<Completion> completions(Field field, Aggregate counted) {
    boolean ofTurns = field.ofTurns();
    Aggregate values = ofTurns ? counted.nested().aggregations().get(VALUES) : counted;
    List<Completion> completions = new ArrayList<>();
    values
        .sterms()
        .buckets()
        .array()
        .forEach(
            bucket ->
                quoted(bucket.key().stringValue())
                    .map(
                        text ->
                            new Completion(
                                field.code() + ":" + text,
                                Kind.VALUE,
                                ofTurns ? 0 : bucket.docCount()))
                    .ifPresent(completions::add));
    return completions;
  }

  /** In quotes unless it is one plain word; nothing where no quotes can hold it. */
  private static Optional<String> quoted(String value) {
    if (value.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
      return Optional.of(value);
    }
    if (value.chars().noneMatch(c -> "\"\u201c\u201d\uff02".indexOf(c) >= 0)) {
      return Optional.of('"' + value + '"');
    }
    return value.indexOf('\u300d') < 0
        ? Optional.of('\u300c' + value + '\u300d')
        : Optional.empty();
  }

  /** A pattern of Lucene for texts that begin so, in any capitals. */
  private static String beginning(String typed) {
    StringBuilder pattern = new StringBuilder();
    typed
        .codePoints()
        .forEach(
            c -> {
              int lower = Character.toLowerCase(c);
              int upper = Character.toUpperCase(c);
              if (lower != upper) {
                pattern.append('[').appendCodePoint(lower).appendCodePoint(upper).append(']');
              } else if (Character.isLetterOrDigit(c)) {
                pattern.appendCodePoint(c);
              } else {
                pattern.append('\\').appendCodePoint(c);
              }
            });
    return pattern.append(".*").toString();
  }
}
