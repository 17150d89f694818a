package io.earshot.ingest;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Judges whether files are still being written. A file is settled when its last change lies far
 * enough back; where the clock of the file's disk can't be believed, when it looked the same for
 * that long. Remembers the files that are not settled yet, a bounded number of them. Safe for
 * several threads.
 */
final class Settling {
  private static final int MAX_REMEMBERED = 10_000;

  private final Clock clock;
  private final boolean byArrival;
  private final Map<Path, Sighting> sightings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Sighting> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  Settling(Clock clock) {
    this(clock, false);
  }

  /**
   * Begins with nothing seen.
   *
   * @param byArrival whether a file's age begins when it came to its folder, whatever it says of
   *     its last change: for copies that keep the times of what they were made from
   */
  Settling(Clock clock, boolean byArrival) {
    this.clock = clock;
    this.byArrival = byArrival;
  }

  /** How a file looks from outside. */
  record Look(long bytes, Instant modifiedAt) {
    static Look at(Path file) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Look(
            attributes.size(), attributes.lastModifiedTime().toInstant().truncatedTo(MILLIS));
      } catch (IOException e) {
        throw EarshotException.unavailable(
            "%s can't be read (%s); check that it is still there and may be read"
                .formatted(file, e),
            e);
      }
    }
  }

  private record Sighting(Look look, Instant since) {}

  /**
   * The look of a settled file.
   *
   * @throws StillChanging when it has not settled
   */
  Look settled(Path file, Duration settle) {
    Look look = Look.at(file);
    Instant now = clock.instant();
    Duration age = Duration.between(byArrival ? arrivedAt(file) : look.modifiedAt(), now);
    synchronized (sightings) {
      Sighting seen = sightings.get(file);
      if (seen == null || !seen.look().equals(look)) {
        seen = new Sighting(look, now);
        sightings.put(file, seen);
      }
      Duration watched = Duration.between(seen.since(), now);
      Duration steady = age.compareTo(watched) > 0 ? age : watched;
      if (steady.compareTo(settle) < 0) {
        throw new StillChanging(file, settle.minus(steady));
      }
      sightings.remove(file);
      return look;
    }
  }

  /** When the file got its place: the time of the last change of what the disk says of it. */
  private static Instant arrivedAt(Path file) {
    try {
      return ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    } catch (IOException | UnsupportedOperationException e) {
      return Instant.now().plus(Duration.ofDays(1)); // its age is then what was seen of it
    }
  }

  /**
   * To be called after reading.
   *
   * @throws StillChanging when the file changed meanwhile
   */
  static void unchanged(Path file, Look before, Duration settle) {
    if (!Look.at(file).equals(before)) {
      throw new StillChanging(file, settle);
    }
  }
}
