package io.earshot.index.query;

import io.earshot.conversation.Channel;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.Speaker;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be asked for by name. The lower-case constant is also the name in the index. */
public enum Field {
  SPEAKER(Type.TURN, codes(Speaker.values(), Speaker::code)),
  EMOTION(Type.TURN),
  /** What is said, or what was heard sounds like. */
  SOUNDS(Type.WORDS),
  /** The first words of a turn. */
  START(Type.WORDS),
  /** The last words of a turn. */
  END(Type.WORDS),
  AGENT(Type.FACT),
  CUSTOMER(Type.FACT),
  CHANNEL(Type.FACT, codes(Channel.values(), Channel::code)),
  SOURCE(Type.FACT),
  LANGUAGE(Type.FACT),
  INTENT(Type.FACT),
  QUEUE(Type.FACT),
  /** Whether the matter was settled. */
  OUTCOME(Type.FACT, codes(Outcome.values(), Outcome::code)),
  /** The course of the customer's feeling. */
  SHAPE(Type.FACT, codes(Shape.values(), Shape::code)),
  ID(Type.FACT),
  BEFORE(Type.TIME),
  AFTER(Type.TIME),
  SCORE(Type.AMOUNT),
  DURATION(Type.AMOUNT);

  /** What a field is about and how its value is read. */
  enum Type {
    TURN,
    WORDS,
    FACT,
    TIME,
    AMOUNT
  }

  private final Type type;
  private final List<String> codes;

  Field(Type type) {
    this(type, List.of());
  }

  Field(Type type, List<String> codes) {
    this.type = type;
    this.codes = codes;
  }

  private static <E> List<String> codes(E[] values, Function<E, String> code) {
    return Arrays.stream(values).map(code).toList();
  }

  /** As typed before the colon. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is about single turns and so binds to the words of its group. */
  public boolean ofTurns() {
    return type == Type.TURN;
  }

  /** The only values it can have; empty when any is possible. */
  public List<String> codes() {
    return codes;
  }

  /** Whether its values are names that are compared as a whole. */
  public boolean isNamed() {
    return type == Type.TURN || type == Type.FACT;
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
