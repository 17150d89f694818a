package io.earshot.console.finding;

import io.earshot.console.http.Call;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.PageRequest.Order;
import io.earshot.conversation.search.Range;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the parameters by which requests choose conversations. */
public final class SelectionParameters {
  private SelectionParameters() {}

  /** What a request asks for, within what its caller may see. */
  public static Selection selection(Call call) {
    Map<Facet, List<String>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> chosen = call.texts(facet.code());
      if (!chosen.isEmpty()) {
        values.put(facet, chosen);
      }
    }
    return new Selection(
        call.text("q"),
        call.time("from", Instant.MIN),
        call.time("to", Instant.MAX),
        values,
        range(call, "score"),
        range(call, "duration"),
        call.caller().scope());
  }

  private static Range range(Call call, String name) {
    return new Range(
        call.number(name + "_from", Range.ANY.from()), call.number(name + "_to", Range.ANY.to()));
  }

  static PageRequest page(Call call) {
    String sort = call.text("sort");
    boolean descending = sort.startsWith("-");
    String name = descending ? sort.substring(1) : sort;
    return new PageRequest(
        Order.valueOf(name.toUpperCase(Locale.ROOT)),
        descending,
        (int) call.whole("offset"),
        (int) call.whole("limit"));
  }

  /**
   * What was asked for, for the audit log: the names of the conditions and the length of the query,
   * never their content, which may name people. Empty when nothing was asked for.
   */
  static String trace(Selection selection) {
    List<String> conditions = new ArrayList<>();
    if (!selection.query().isBlank()) {
      conditions.add("query of %d characters".formatted(selection.query().length()));
    }
    if (!selection.from().equals(Instant.MIN) || !selection.to().equals(Instant.MAX)) {
      conditions.add("period");
    }
    selection.values().keySet().forEach(facet -> conditions.add(facet.code()));
    if (!selection.score().equals(Range.ANY)) {
      conditions.add("score");
    }
    if (!selection.durationMs().equals(Range.ANY)) {
      conditions.add("duration");
    }
    return String.join(", ", conditions);
  }
}
