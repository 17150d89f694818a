package io.earshot.routes.feed.files;

import io.earshot.conversation.EarshotException;
import io.earshot.routes.source.Inlet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a place is looked at, and what the health of the source says of it. A place that fails is
 * asked less and less often, one that refuses us still less. Not for several threads.
 */
final class Looks {
  private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
  private static final String ALL = "";
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration CLOSED = Duration.ofSeconds(1);
  private static final Duration REFUSED = Duration.ofMinutes(1);

  private final Fetching fetching;
  private final Inlet inlet;
  private final String place;
  private final Clock clock;
  private final Pauses away = new Pauses(Duration.ofMinutes(5));
  private final Pauses refused = new Pauses(Duration.ofHours(1));
  private Instant next = Instant.EPOCH;
  private boolean wasSoon;

  Looks(Fetching fetching, Inlet inlet, String place, Clock clock) {
    this.fetching = fetching;
    this.inlet = inlet;
    this.place = place;
    this.clock = clock;
  }

  /** Looks when it is time to. */
  void tick(BooleanSupplier stopping) {
    if (clock.instant().isBefore(next) || stopping.getAsBoolean()) {
      return;
    }
    try {
      if (!inlet.isOpen()) {
        next = clock.instant().plus(CLOSED);
        return;
      }
      Fetching.Result result = fetching.look(() -> !stopping.getAsBoolean() && inlet.isOpen());
      worked(result);
    } catch (AccessRefused e) {
      failed(why(place, e), refused, REFUSED);
    } catch (IOException | EarshotException e) {
      failed(why(place, e), away, inlet.poll());
    } catch (RuntimeException e) { // an edge: what a server sends may break its client's code
      LOG.error("{}: a defect", inlet.name(), e);
      failed(why(place, e), away, inlet.poll());
    }
  }

  private void worked(Fetching.Result result) {
    away.worked(ALL);
    refused.worked(ALL);
    // A second look tells what still grows; but a place where something always grows is asked no
    // more than twice as often.
    wasSoon = result.unsettled() && !wasSoon;
    Duration settle = inlet.ingest().settle();
    Duration soon = settle.compareTo(LEAST) < 0 ? LEAST : settle;
    Duration pause = wasSoon && soon.compareTo(inlet.poll()) < 0 ? soon : inlet.poll();
    next = clock.instant().plus(pause);
    tell(result.troubles());
  }

  private void tell(List<String> troubles) {
    if (troubles.isEmpty()) {
      inlet.worked();
    } else {
      int others = troubles.size() - 1;
      inlet.failed(troubles.get(0) + (others == 0 ? "" : "; %d more".formatted(others)));
    }
  }

  private void failed(String why, Pauses pauses, Duration first) {
    Duration pause =
        pauses.putOff(ALL, first.compareTo(LEAST) < 0 ? LEAST : first, clock.instant());
    next = clock.instant().plus(pause);
    inlet.failed(why);
  }

  /** What is wrong with a place, and the mend. */
  static String why(String place, Exception e) {
    if (e instanceof AccessRefused || e instanceof EarshotException) {
      return "%s: %s".formatted(place, e.getMessage());
    }
    String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "%s can't be read (%s): see that it runs, and that its address and the network are right"
        .formatted(place, cause);
  }
}
