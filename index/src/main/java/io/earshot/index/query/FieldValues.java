package io.earshot.index.query;

import io.earshot.conversation.search.QueryMistake;
import io.earshot.index.query.Query.Form;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of fields, each in its own way. */
final class FieldValues {
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|=)?(.+)");
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)([a-z]*)");
  private static final Map<String, Double> MILLISECONDS =
      Map.of("ms", 1d, "s", 1e3, "", 1e3, "m", 60e3, "min", 60e3, "h", 3600e3);

  private final ZoneId zone;

  FieldValues(ZoneId zone) {
    this.zone = zone;
  }

  Query read(Field field, Lexeme value) {
    return switch (field.type()) {
      case TURN, FACT -> named(field, value);
      case WORDS -> said(field, value);
      case TIME -> new Query.Began(DateBounds.start(value, zone), field == Field.BEFORE);
      case AMOUNT -> amount(field, value);
    };
  }

  String example(Field field) {
    return switch (field) {
      case BEFORE, AFTER -> "a date such as 2026, 2026-01 or 2026-01-31";
      case SCORE -> "a number such as <50";
      case DURATION -> "a time such as >5m";
      case SPEAKER, CHANNEL, OUTCOME, SHAPE -> "one of " + String.join(", ", field.codes());
      case SOUNDS, START, END, EMOTION, AGENT, CUSTOMER, SOURCE, LANGUAGE, INTENT, QUEUE, ID ->
          "a word or \"some words\"";
    };
  }

  private static Query said(Field field, Lexeme value) {
    if (value.is(Lexeme.Type.WORD) && value.text().indexOf('*') >= 0) {
      throw new QueryMistake(
          "Star after %s:".formatted(field.code()),
          value.position() + value.text().indexOf('*'),
          "expected whole words, such as %s:refund".formatted(field.code()));
    }
    Form form =
        switch (field) {
          case START -> Form.START;
          case END -> Form.END;
          default -> Form.SOUND;
        };
    return new Query.Said(value.text(), form, value.position());
  }

  private Query named(Field field, Lexeme lexeme) {
    boolean pattern = lexeme.is(Lexeme.Type.WORD) && lexeme.text().indexOf('*') >= 0;
    Lexeme value = lexeme;
    if (!field.codes().isEmpty() && !pattern) {
      value = known(field, lexeme, field.codes());
    }
    return new Query.Named(field, value.text(), pattern, lexeme.position());
  }

  private Lexeme known(Field field, Lexeme value, List<String> codes) {
    String lower = value.text().toLowerCase(Locale.ROOT);
    if (codes.contains(lower)) {
      return new Lexeme(value.type(), lower, value.position());
    }
    String mend =
        Spelling.nearest(lower, codes, Function.identity())
            .map("did you mean %s?"::formatted)
            .orElse("expected " + example(field));
    throw new QueryMistake(
        "Unknown %s '%s'".formatted(field.code(), value.text()),
        value.position(),
        value.text().length(),
        mend);
  }

  private Query amount(Field field, Lexeme value) {
    Matcher parts = COMPARISON.matcher(value.text().toLowerCase(Locale.ROOT));
    if (parts.matches()) {
      Matcher quantity = QUANTITY.matcher(parts.group(2));
      Map<String, Double> units = field == Field.DURATION ? MILLISECONDS : Map.of("", 1d);
      if (quantity.matches() && units.containsKey(quantity.group(2))) {
        double amount = Double.parseDouble(quantity.group(1)) * units.get(quantity.group(2));
        String comparison = parts.group(1) == null ? "=" : parts.group(1);
        return new Query.Amount(field, comparison, amount);
      }
    }
    throw new QueryMistake(
        "Bad %s '%s'".formatted(field.code(), value.text()),
        value.position(),
        value.text().length(),
        "expected " + example(field));
  }
}
