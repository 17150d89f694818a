package io.earshot.index.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be asked for by name. The lower-case constant is also the name in the index. */
public enum Field {
  SPEAKER(Type.TURN),
  EMOTION(Type.TURN),
  AGENT(Type.FACT),
  CUSTOMER(Type.FACT),
  CHANNEL(Type.FACT),
  SOURCE(Type.FACT),
  LANGUAGE(Type.FACT),
  INTENT(Type.FACT),
  QUEUE(Type.FACT),
  ID(Type.FACT),
  BEFORE(Type.TIME),
  AFTER(Type.TIME),
  SCORE(Type.AMOUNT),
  DURATION(Type.AMOUNT);

  /** What a field is about and how its value is read. */
  enum Type {
    TURN,
    FACT,
    TIME,
    AMOUNT
  }

  private final Type type;

  Field(Type type) {
    this.type = type;
  }

  /** As typed before the colon. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is about single turns and so binds to the words of its group. */
  public boolean ofTurns() {
    return type == Type.TURN;
  }

  Type type() {
    return type;
  }

  static Optional<Field> of(String code) {
    return Arrays.stream(values()).filter(field -> field.name().equalsIgnoreCase(code)).findFirst();
  }

  /** The field whose name is at most two typing errors away, if there is one. */
  static Optional<Field> nearest(String code) {
    return Spelling.nearest(code, Arrays.asList(values()), Field::code);
  }

  static String all() {
    return Arrays.stream(values()).map(Field::code).collect(Collectors.joining(", "));
  }
}
