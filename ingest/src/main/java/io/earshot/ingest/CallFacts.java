package io.earshot.ingest;

import io.earshot.conversation.Speaker;
import io.earshot.ingest.facts.Facts;
import io.earshot.ingest.facts.RecordedFacts;
import io.earshot.ingest.facts.ToldFacts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a recording before it is heard: from its side files, from lists, from its
 * name, from settings, in this order. Safe for several threads.
 */
final class CallFacts {
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  private final IngestSettings settings;
  private final Pairing pairing;
  private final RecordedFacts recorded;

  CallFacts(IngestSettings settings) {
    this.settings = settings;
    this.pairing = new Pairing(settings);
    this.recorded = new RecordedFacts(settings.sideFiles(), settings.timeZone());
  }

  /**
   * What is known.
   *
   * @param roles who is heard on the tracks; empty where that must be found out
   * @param rolesFrom for people: what says so
   * @param delaysMs by how much each file begins later than the first to begin, in milliseconds
   * @param sources side files and lists that were read
   * @param troubles what could not be read
   */
  record Known(
      Facts facts,
      List<Speaker> roles,
      String rolesFrom,
      List<Long> delaysMs,
      List<Path> sources,
      List<String> troubles) {}

  Known of(SourceItem item) {
    return of(item, ToldFacts.NONE);
  }

  /** The same, with what is told of it besides: that goes before all else. */
  Known of(SourceItem item, ToldFacts told) {
    RecordedFacts.Found found = recorded.of(item.files(), names(item));
    Facts facts = new Facts();
    told.offerTo(facts, settings.sideFiles(), settings.timeZone());
    facts.offerAll(found.facts());
    Path folder =
        Optional.ofNullable(item.files().get(0).toAbsolutePath().getParent()).orElse(Path.of(""));
    facts.offerAll(
        NameFacts.of(folder, item.name(), settings.fileNames(), settings.timeZone()).facts());
    Optional<List<Speaker>> named = pairing.roles(item.files());
    if (named.isPresent()) {
      return known(item, found, facts, named.get(), "name");
    }
    if (!found.roles().isEmpty()) {
      return known(item, found, facts, found.roles(), "side file");
    }
    Optional<Integer> agentTrack = facts.agentTrack();
    if (agentTrack.isPresent()) {
      return known(item, found, facts, agentOn(agentTrack.get()), "side file");
    }
    List<Speaker> tracks = tracks(item);
    return known(item, found, facts, tracks, tracks.isEmpty() ? "" : "settings");
  }

  private static Known known(
      SourceItem item, RecordedFacts.Found found, Facts facts, List<Speaker> roles, String from) {
    return new Known(
        facts,
        List.copyOf(roles),
        from,
        delays(item, found.starts()),
        found.sources(),
        found.troubles());
  }

  /** None where the starts are not told, or lie too far apart to be of one call. */
  private static List<Long> delays(SourceItem item, List<Instant> starts) {
    Instant first = starts.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
    List<Long> delays =
        starts.stream().map(start -> Duration.between(first, start).toMillis()).toList();
    boolean usable =
        delays.size() == item.files().size()
            && delays.stream().allMatch(delay -> delay <= LONGEST_DELAY.toMillis());
    return usable ? delays : item.files().stream().map(file -> 0L).toList();
  }

  private static List<Speaker> agentOn(int track) {
    return track == 0
        ? List.of(Speaker.AGENT, Speaker.CUSTOMER)
        : List.of(Speaker.CUSTOMER, Speaker.AGENT);
  }

  /** Those of the settings; a file that came without its other half may hold the second track. */
  private List<Speaker> tracks(SourceItem item) {
    boolean second =
        item.files().size() == 1
            && pairing
                .half(item.files().get(0))
                .filter(half -> half.side() == Pairing.Side.OUT)
                .isPresent();
    List<Speaker> tracks = settings.tracks();
    return second && tracks.size() > 1 ? tracks.subList(1, 2) : tracks;
  }

  /** Names by which a side file or a list may know the recording. */
  private List<Path> names(SourceItem item) {
    List<Path> names = new ArrayList<>();
    Path first = item.files().get(0);
    if (item.files().size() > 1) {
      common(first, item.name()).ifPresent(names::add);
    }
    pairing.half(first).ifPresent(half -> common(first, half.name()).ifPresent(names::add));
    names.addAll(item.files());
    return names.stream().distinct().toList();
  }

  private static Optional<Path> common(Path file, String name) {
    try {
      return Optional.of(file.resolveSibling(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
