package io.earshot.routes.feed.files;

import io.earshot.ingest.Kinship;
import io.earshot.routes.source.Inlet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of a listing concerns us: files to fetch, their markers, and what was received before. */
final class Selection implements Listing {
  /** So many at a time are kept in memory; the next looks find the others. */
  private static final int MOST = 20_000;

  private final Inlet inlet;
  private final Kinship kinship;
  private final boolean stays;
  private final Map<String, RemoteFile> candidates = new HashMap<>();
  private final Map<String, RemoteFile> markers = new HashMap<>();
  private final List<RemoteFile> received = new ArrayList<>();

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
      put(markers, file);
    } else if (inlet.admits(file.name(), file.bytes())) {
      sort(file);
    }
    return true;
  }

  private void sort(RemoteFile file) {
    if (!inlet.knows(file.look())) {
      put(candidates, file);
    } else if (!stays && received.size() < MOST) {
      received.add(file);
    }
  }

  private static void put(Map<String, RemoteFile> files, RemoteFile file) {
    if (files.size() < MOST) {
      files.put(file.name(), file);
    }
  }

  @Override
  public void refused(String name, String why) {
    inlet.refuse(name, why);
  }

  Map<String, RemoteFile> candidates() {
    return candidates;
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
