package io.earshot.routes.feed.files;

import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Kinship;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether files are complete, from how they looked before: times of servers are not ours, so
 * only that two looks see the same counts. Not for several threads.
 */
final class Settled {
  private final boolean listedWhole;
  private final IngestSettings settings;
  private final Kinship kinship;
  private final Map<String, Seen> seen = new HashMap<>();

  Settled(boolean listedWhole, IngestSettings settings, Kinship kinship) {
    this.listedWhole = listedWhole;
    this.settings = settings;
    this.kinship = kinship;
  }

  /** Since when something looks as it does. */
  private record Seen(String look, Instant since) {}

  /** Takes a look at all that is there. */
  void look(Map<String, RemoteFile> files, Instant now) {
    seen.keySet().retainAll(files.keySet());
    files.forEach(
        (name, file) ->
            seen.merge(
                name,
                new Seen(file.look(), now),
                (before, after) -> before.look().equals(after.look()) ? before : after));
  }

  /**
   * Whether all members of a family are complete, and its halves have each other.
   *
   * @param markers the names of all markers that lie there
   */
  boolean isWhole(List<String> family, Set<String> markers, Instant now) {
    boolean alone = kinship.lacksHalf(family);
    return family.stream()
        .allMatch(
            name ->
                isComplete(name, family, markers, now)
                    && (!alone || age(name, now).compareTo(settings.pairWait()) >= 0));
  }

  private boolean isComplete(String name, List<String> family, Set<String> markers, Instant now) {
    List<String> wanted = kinship.markers(name, family);
    if (!wanted.isEmpty()) {
      return wanted.stream().anyMatch(markers::contains);
    }
    Duration age = age(name, now);
    return listedWhole || !age.isZero() && age.compareTo(settings.settle()) >= 0;
  }

  private Duration age(String name, Instant now) {
    Seen look = seen.get(name);
    return look == null ? Duration.ZERO : Duration.between(look.since(), now);
  }
}
