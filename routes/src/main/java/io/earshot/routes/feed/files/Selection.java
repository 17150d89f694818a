package io.earshot.routes.feed.files;

import io.earshot.ingest.Kinship;
import io.earshot.routes.source.Inlet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What of a listing concerns us: files to fetch, their markers, and what was received before. */
final class Selection implements Listing {
  /**
   * So many at a time are kept in memory, whole families from the first name on; the next looks
   * find the others.
   */
  private static final int MOST = 20_000;

  /** Of these the first are of no more use than the last. */
  private static final int MOST_MARKERS = 300_000;

  /** No name has it, and it sorts before all that one has. */
  private static final String BETWEEN = "\n";

  private final Inlet inlet;
  private final Kinship kinship;
  private final boolean stays;
  private final NavigableMap<String, RemoteFile> candidates = new TreeMap<>();
  private final Map<String, RemoteFile> markers = new HashMap<>();
  private final List<RemoteFile> received = new ArrayList<>();
  private String cut = "" + Character.MAX_VALUE;

  Selection(Inlet inlet, Kinship kinship, boolean stays) {
    this.inlet = inlet;
    this.kinship = kinship;
    this.stays = stays;
  }

  @Override
  public boolean found(RemoteFile file) {
    if (!inlet.canBeNamed(file.name())) {
      return true;
    }
    if (kinship.isMarker(file.name())) {
      putMarker(file);
    } else if (inlet.admits(file.name(), file.bytes())) {
      sort(file);
    }
    return true;
  }

  private void sort(RemoteFile file) {
    if (!inlet.knows(file.look())) {
      put(file);
    } else if (!stays && received.size() < MOST) {
      received.add(file);
    }
  }

  private void putMarker(RemoteFile file) {
    if (markers.size() < MOST_MARKERS) {
      markers.put(file.name(), file);
    } else {
      refused(file.name(), "more than %d markers: let them go".formatted(MOST_MARKERS));
    }
  }

  /** From where names are left out on, families may lack members: none of those counts. */
  private void put(RemoteFile file) {
    candidates.put(kinship.family(file.name()) + BETWEEN + file.name(), file);
    if (candidates.size() > MOST) {
      String last = candidates.pollLastEntry().getKey();
      String family = last.substring(0, last.indexOf(BETWEEN) + 1);
      cut = family.compareTo(cut) < 0 ? family : cut;
    }
  }

  @Override
  public void refused(String name, String why) {
    inlet.refuse(name, why);
  }

  /** What may be fetched, by name. */
  Map<String, RemoteFile> candidates() {
    Map<String, RemoteFile> files = new HashMap<>();
    candidates.headMap(cut).values().forEach(file -> files.put(file.name(), file));
    return files;
  }

  /** The markers that lie there, by name. */
  Map<String, RemoteFile> markers() {
    return markers;
  }

  /** What was received but not let go of. */
  List<RemoteFile> received() {
    return received;
  }
}
