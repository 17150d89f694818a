package io.earshot.routes.feed.files;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Kinship;
import io.earshot.ingest.PlainName;
import io.earshot.routes.source.Arrival;
import io.earshot.routes.source.Inlet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One look at a place after the other: what is complete is fetched, family by family, and let go of
 * once the inlet has it. Whatever breaks off, the next look finds what was not let go of. Not for
 * several threads.
 */
final class Fetching {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Place place;
  private final Afterwards afterwards;
  private final Inlet inlet;
  private final Clock clock;
  private final Kinship kinship;
  private final Settled settled;
  private final Pauses pauses = new Pauses(LONGEST_PAUSE);
  private final List<String> troubles = new ArrayList<>();

  Fetching(Place place, Afterwards afterwards, Inlet inlet, Clock clock) {
    this.place = place;
    this.afterwards = afterwards;
    this.inlet = inlet;
    this.clock = clock;
    this.kinship = new Kinship(inlet.ingest());
    this.settled = new Settled(place.about().showsWholeFiles(), inlet.ingest(), kinship);
  }

  /**
   * How a look went.
   *
   * @param unsettled whether something may be complete soon
   * @param troubles with single files, the mend with each
   */
  record Result(boolean unsettled, List<String> troubles) {}

  /** Some of the files of a place, which come together or not at all. */
  private record Family(String key, List<RemoteFile> files, List<RemoteFile> markers) {}

  /**
   * Looks once.
   *
   * @param goesOn asked before each family
   * @throws IOException when the place can't be reached or does not answer as it should
   * @throws EarshotException when our own disk can't take what comes
   */
  Result look(BooleanSupplier goesOn) throws IOException {
    troubles.clear();
    try (Visit visit = place.visit()) {
      Selection selection = new Selection(inlet, kinship, afterwards.stays());
      visit.list(selection);
      Map<String, RemoteFile> files = selection.candidates();
      settled.look(files, clock.instant());
      tidy(visit, selection);
      Map<String, List<String>> families = kinship.families(files.keySet());
      pauses.retain(families.keySet());
      List<Family> ready = ready(families, files, selection.markers());
      for (Family family : ready) {
        if (!goesOn.getAsBoolean()) {
          break;
        }
        fetch(visit, family);
      }
      return new Result(ready.size() < families.size(), List.copyOf(troubles));
    }
  }

  /** What was received before the process, the network or our rights failed us. */
  private void tidy(Visit visit, Selection selection) throws IOException {
    for (RemoteFile file : selection.received()) {
      for (String name : kinship.markers(file.name(), List.of(file.name()))) {
        if (selection.markers().containsKey(name)) {
          letGo(visit, selection.markers().get(name));
        }
      }
      letGo(visit, file);
    }
  }

  private List<Family> ready(
      Map<String, List<String>> families,
      Map<String, RemoteFile> files,
      Map<String, RemoteFile> markers) {
    Map<String, List<RemoteFile>> told = new HashMap<>();
    for (RemoteFile marker : markers.values()) {
      told.computeIfAbsent(kinship.family(marker.name()), key -> new ArrayList<>()).add(marker);
    }
    Instant now = clock.instant();
    List<Family> ready = new ArrayList<>();
    families.forEach(
        (key, names) -> {
          if (pauses.isDue(key, now) && settled.isWhole(names, markers.keySet(), now)) {
            List<RemoteFile> members = names.stream().map(files::get).toList();
            ready.add(new Family(key, members, told.getOrDefault(key, List.of())));
          }
        });
    ready.sort(Comparator.comparingInt(this::rank));
    return ready;
  }

  /** Lists and descriptions have to be here before the recordings that they tell of. */
  private int rank(Family family) {
    if (family.files().stream().anyMatch(file -> kinship.isManifest(file.name()))) {
      return 0;
    }
    return family.files().stream().anyMatch(file -> kinship.isSound(file.name())) ? 2 : 1;
  }

  private void fetch(Visit visit, Family family) throws IOException {
    try {
      inlet.receive(family.files().stream().map(file -> arrival(visit, file)).toList());
    } catch (Unfetchable e) {
      putOff(family, inlet.poll(), e.getMessage());
      return;
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      putOff(family, LONGEST_PAUSE, e.getMessage());
      return;
    }
    pauses.worked(family.key());
    remember(family);
    for (RemoteFile marker : family.markers()) {
      letGo(visit, marker);
    }
    for (RemoteFile file : family.files()) {
      letGo(visit, file);
    }
  }

  private Arrival arrival(Visit visit, RemoteFile file) {
    return new Arrival(file.name(), file.modifiedAt(), () -> new WholeContent(visit, file, clock));
  }

  private void putOff(Family family, Duration first, String why) {
    Duration pause = pauses.putOff(family.key(), first, clock.instant());
    trouble(family.files().get(0), "%s; tried again in %d s".formatted(why, pause.toSeconds()));
  }

  /** One of several that a crash leaves behind must not be taken for something of its own. */
  private void remember(Family family) {
    if (afterwards.stays() || family.files().size() + family.markers().size() > 1) {
      family.files().forEach(file -> inlet.remember(file.look()));
    }
  }

  private void letGo(Visit visit, RemoteFile file) throws IOException {
    try {
      afterwards.letGo(visit, file);
    } catch (Unfetchable e) {
      inlet.remember(file.look()); // or it would be fetched at every look
      trouble(
          file,
          "it was received but can't be %s (%s): give the account the right to, or let files stay"
              .formatted(afterwards.deletes() ? "deleted" : "moved", e.getMessage()));
    }
  }

  private void trouble(RemoteFile file, String what) {
    troubles.add("%s: %s".formatted(PlainName.of(file.name()), what));
  }
}
