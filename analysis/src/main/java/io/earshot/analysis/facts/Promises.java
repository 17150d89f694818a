package io.earshot.analysis.facts;

import io.earshot.analysis.quantity.Quantity;
import io.earshot.analysis.quantity.QuantityKind;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Promise;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the agent commits to, and until when. */
final class Promises {
  private static final double LEAST_CONFIDENCE = 0.4;

  /** To look something up while the customer waits is no promise. */
  private static final Pattern ON_THE_SPOT =
      Cues.pattern(
          "\\b(?:let me|i'll) (?:just )?(?:check|see|look|take a look|pull|have a look)\\b|稍等|查[一询看]|看[一下]|核实一下|马上查");

  private Promises() {}

  static List<Promise> of(Scene scene) {
    return scene
        .agentActs(Act.PROMISE)
        .filter(act -> act.confidence() >= LEAST_CONFIDENCE)
        .map(act -> promise(act, scene))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Promise> promise(Act act, Scene scene) {
    Optional<Quantity> term =
        scene.quantities(act.turn(), act.span()).stream()
            .filter(q -> q.kind() == QuantityKind.DATE || q.kind() == QuantityKind.DURATION)
            .reduce((first, second) -> second);
    if (term.isEmpty() && ON_THE_SPOT.matcher(act.text()).find()) {
      return Optional.empty();
    }
    String said = term.map(Quantity::value).orElse("");
    String due = term.flatMap(quantity -> due(quantity, scene.today())).orElse("");
    return Optional.of(new Promise(scene.finding(Facts.PROMISE, "agent", act), said, due));
  }

  /** The last day of the term; nothing for what lies back. */
  static Optional<String> due(Quantity quantity, LocalDate today) {
    String value = quantity.value();
    String last = value.substring(value.indexOf('/') + 1);
    try {
      LocalDate due =
          quantity.kind() == QuantityKind.DATE
              ? date(last)
              : after(last, quantity.unit().equals("business_day"), today);
      return due.isBefore(today) ? Optional.empty() : Optional.of(due.toString());
    } catch (DateTimeException | ArithmeticException e) {
      // A week, month or year, or a length beyond the calendar: no single day.
      return Optional.empty();
    }
  }

  private static LocalDate date(String value) {
    return LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
  }

  private static LocalDate after(String iso, boolean business, LocalDate today) {
    if (iso.startsWith("PT")) {
      return today.plusDays((Duration.parse(iso).toHours() + 12) / 24);
    }
    Period period = Period.parse(iso);
    return business ? businessDays(period.getDays(), today) : today.plus(period);
  }

  private static LocalDate businessDays(int count, LocalDate today) {
    LocalDate day = today;
    for (int left = Math.min(count, 366); left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        left--;
      }
    }
    return day;
  }
}
