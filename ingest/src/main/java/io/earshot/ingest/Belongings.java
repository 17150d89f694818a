package io.earshot.ingest;

import io.earshot.ingest.facts.RecordedFacts;
import io.earshot.ingest.facts.SideFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells conversations from what belongs to others: side files, lists of recordings, descriptions of
 * sessions. Works on the names of all files at once, so that thousands cost no look at each other.
 */
final class Belongings {
  private final IngestSettings settings;
  private final SideFiles sideFiles;
  private final RecordedFacts recorded;

  Belongings(IngestSettings settings) {
    this.settings = settings;
    this.sideFiles = new SideFiles(settings.sideFiles());
    this.recorded = new RecordedFacts(settings.sideFiles(), settings.timeZone());
  }

  boolean isSound(Path file) {
    return settings.soundsByName(file);
  }

  /** The items among the files. */
  List<SourceItem> sorted(List<Path> files, Pairing pairing, Consumer<Scanner.Skipped> skipped) {
    Map<Path, List<Path>> sounds = new HashMap<>();
    files.stream().filter(this::isSound).forEach(file -> add(sounds, file));
    Map<Path, SourceItem> sessions = sessions(files, sounds, skipped);
    Set<Path> inSessions = new HashSet<>();
    sessions.values().forEach(item -> inSessions.addAll(item.files()));
    Names names = new Names(files.stream().filter(this::isSound).toList(), pairing);
    List<Path> rest = new ArrayList<>();
    for (Path file : files) {
      if (!inSessions.contains(file)
          && !sessions.containsKey(file)
          && isItsOwn(file, names, skipped)) {
        rest.add(file);
      }
    }
    List<SourceItem> items = new ArrayList<>(sessions.values());
    items.addAll(pairing.unite(rest));
    return items;
  }

  private static void add(Map<Path, List<Path>> byFolder, Path file) {
    byFolder.computeIfAbsent(folder(file), folder -> new ArrayList<>()).add(file);
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().getParent();
  }

  /** Calls of several streams, by the description that names these. */
  private Map<Path, SourceItem> sessions(
      List<Path> files, Map<Path, List<Path>> sounds, Consumer<Scanner.Skipped> skipped) {
    Map<Path, SourceItem> sessions = new LinkedHashMap<>();
    for (Path file : files) {
      List<Path> near = sounds.getOrDefault(folder(file), List.of());
      if (near.size() > 1 && SourceKind.ending(file).equals("xml")) {
        List<Path> streams = recorded.streams(file, near);
        if (!streams.isEmpty()) {
          String name = NameFacts.stem(file.getFileName().toString());
          String ending = SourceKind.ending(streams.get(0));
          sessions.put(file, new SourceItem(streams, name + "." + ending));
          skipped.accept(new Scanner.Skipped(file, "describes the session " + PlainName.of(name)));
        }
      }
    }
    return sessions;
  }

  private boolean isItsOwn(Path file, Names names, Consumer<Scanner.Skipped> skipped) {
    if (isSound(file)) {
      return true;
    }
    String owner = names.owner(file);
    if (!owner.isEmpty()) {
      skipped.accept(new Scanner.Skipped(file, "side file of " + PlainName.of(owner), true));
      return false;
    }
    if (sideFiles.isManifest(file) && recorded.manifestSize(file).isPresent()) {
      int size = recorded.manifestSize(file).get();
      skipped.accept(new Scanner.Skipped(file, "a list of %d recordings".formatted(size)));
      return false;
    }
    return true;
  }

  /** The names under which side files of recordings may lie, without their endings. */
  private final class Names {
    private final Map<String, String> owners = new HashMap<>();

    Names(List<Path> sounds, Pairing pairing) {
      for (Path sound : sounds) {
        String name = sound.getFileName().toString();
        know(sound, name, name);
        pairing.half(sound).ifPresent(half -> know(sound, half.name(), half.name()));
      }
    }

    private void know(Path sound, String name, String owner) {
      Path folder = folder(sound);
      Path sides = settings.sideFiles().folder().map(folder::resolve).orElse(folder).normalize();
      owners.putIfAbsent(key(sides, name), owner);
      owners.putIfAbsent(key(sides, NameFacts.stem(name)), owner);
    }

    /** The recording that a file belongs to; empty when it belongs to none. */
    String owner(Path file) {
      String name = file.getFileName().toString();
      for (String ending : settings.sideFiles().endings()) {
        int length = name.length() - ending.length();
        if (length > 0 && name.regionMatches(true, length, ending, 0, ending.length())) {
          String owner = owners.get(key(folder(file), name.substring(0, length)));
          if (owner != null) {
            return owner;
          }
        }
      }
      return "";
    }

    private String key(Path folder, String name) {
      return folder + "\n" + name.toLowerCase(Locale.ROOT);
    }
  }
}
