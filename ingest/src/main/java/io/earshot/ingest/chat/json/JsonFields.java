package io.earshot.ingest.chat.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.notation.Roles;
import io.earshot.ingest.chat.notation.Stamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads members of JSON objects that exports name and write in several ways. */
public final class JsonFields {
  /** A year: longer is no call. */
  private static final double MAX_MS = 366.0 * 24 * 3_600_000;

  /** The last instant of the year 9999. */
  private static final double MAX_EPOCH_MS = 253_402_300_799_999.0;

  /** Larger numbers are milliseconds, or microseconds, rather than seconds since 1970. */
  private static final double FIRST_MS = 1e11;

  private static final double FIRST_US = 1e14;
  private static final double FIRST_NS = 1e17;

  private static final List<String> WORDS = List.of("text", "content", "title", "body", "value");

  private JsonFields() {}

  /** The first of the members that is a text or a number and not blank; empty when none is. */
  public static String text(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if ((value.isTextual() || value.isNumber()) && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    return "";
  }

  /** Whether one of the members is true. */
  public static boolean flag(JsonNode object, String... names) {
    for (String name : names) {
      if (object.path(name).asBoolean(false)) {
        return true;
      }
    }
    return false;
  }

  /** The text in a value: its own, or that of its elements and of their usual members. */
  public static String words(JsonNode value) {
    if (value.isObject()) {
      for (String name : WORDS) {
        String text = words(value.path(name));
        if (!text.isEmpty()) {
          return text;
        }
      }
      return "";
    }
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(element -> texts.add(words(element)));
      texts.removeIf(String::isEmpty);
      return String.join("\n", texts);
    }
    return value.isTextual() || value.isNumber() ? value.asText().strip() : "";
  }

  /** Whether it is a list with an object that has one of the members. */
  public static boolean listOf(JsonNode list, String... names) {
    Iterator<JsonNode> elements = list.isArray() ? list.elements() : List.<JsonNode>of().iterator();
    while (elements.hasNext()) {
      JsonNode element = elements.next();
      for (String name : names) {
        if (element.has(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The first of the members that is there, as a time.
   *
   * @throws EarshotException of kind BAD_INPUT when it is none
   */
  public static Optional<Instant> time(JsonNode object, ReadingContext context, String... names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (value.isNumber() || (value.isTextual() && !value.asText().isBlank())) {
        return Optional.of(
            instant(value, context)
                .orElseThrow(() -> EarshotException.badInput("'%s' is no time".formatted(name))));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(JsonNode value, ReadingContext context) {
    boolean number = value.isNumber() || value.asText().strip().matches("\\d{9,19}(\\.\\d{1,9})?");
    if (number) {
      return epoch(
          value.isNumber() ? value.asDouble() : Double.parseDouble(value.asText().strip()));
    }
    return Stamp.parse(value.asText())
        .map(stamp -> stamp.at(context.day(), context.zone()))
        .or(() -> ofHeaders(value.asText().strip()));
  }

  /** As in the headers of mail and of the web. */
  private static Optional<Instant> ofHeaders(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds, milliseconds, micro- or nanoseconds, told by size. */
  private static Optional<Instant> epoch(double value) {
    double ms = value * 1000;
    if (value >= FIRST_NS) {
      ms = value / 1e6;
    } else if (value >= FIRST_US) {
      ms = value / 1e3;
    } else if (value >= FIRST_MS) {
      ms = value;
    }
    return ms >= 0 && ms <= MAX_EPOCH_MS
        ? Optional.of(Instant.ofEpochMilli((long) ms))
        : Optional.empty();
  }

  /**
   * A number of milliseconds; 0 when it is not there.
   *
   * @throws EarshotException of kind BAD_INPUT when it is not between 0 and a year
   */
  public static long milliseconds(JsonNode value, double unit) {
    double ms = value.asDouble(0) * unit;
    if (!(ms >= 0 && ms <= MAX_MS)) {
      throw EarshotException.badInput("an offset is no time of a conversation");
    }
    return Math.round(ms);
  }

  /** A share between 0 and 1; what is none counts as sure. */
  public static double share(JsonNode value) {
    double share = value.asDouble(1);
    return share >= 0 && share <= 1 ? share : 1;
  }

  /** The role that a word or label stands for; empty where it stands for none. */
  public static Optional<Speaker> role(JsonNode value) {
    String text = value.isTextual() ? value.asText() : "";
    return Roles.speaker(text).or(() -> Roles.label(text).map(Roles.Label::speaker));
  }
}
