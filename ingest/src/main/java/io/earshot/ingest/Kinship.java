package io.earshot.ingest;

import io.earshot.ingest.facts.SideFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which files belong together, by their names alone: for files that lie elsewhere and must come in
 * one piece, since a half or a recording without its facts would be taken as it is. Names have
 * their folders before them, divided by slashes. Safe for several threads.
 */
public final class Kinship {
  private final IngestSettings settings;
  private final Pairing pairing;
  private final DoneMarkers markers;
  private final SideFiles sideFiles;

  public Kinship(IngestSettings settings) {
    this.settings = settings;
    this.pairing = new Pairing(settings);
    this.markers = new DoneMarkers(settings.doneMarkers());
    this.sideFiles = new SideFiles(settings.sideFiles());
  }

  /** Whether a file says that another one is complete. */
  public boolean isMarker(String name) {
    return markers.isMarker(Path.of(name));
  }

  /** Whether a file may be a list of recordings; these have to be there before what they list. */
  public boolean isManifest(String name) {
    return sideFiles.isManifest(Path.of(name));
  }

  /** Whether a file is sound, by its name. */
  public boolean isSound(String name) {
    return settings.soundsByName(Path.of(name));
  }

  /**
   * Those of the names, markers apart, that belong together, by a text that they have in common.
   */
  public SortedMap<String, List<String>> families(Collection<String> names) {
    SortedMap<String, List<String>> families = new TreeMap<>();
    for (String name : names) {
      families.computeIfAbsent(family(name), family -> new ArrayList<>()).add(name);
    }
    names.stream().filter(name -> endsWith(name, ".xml")).forEach(name -> adopt(name, families));
    return families;
  }

  /** A description x.xml may be of a session whose streams are x-1.wav and x-2.wav. */
  private void adopt(String description, SortedMap<String, List<String>> families) {
    String family = family(description);
    List<String> own = families.get(family);
    List<String> streams =
        families.subMap(family + "\0", family + Character.MAX_VALUE).keySet().stream()
            .filter(other -> !Character.isLetterOrDigit(other.charAt(family.length())))
            .filter(other -> families.get(other).stream().anyMatch(this::isSound))
            .toList();
    streams.forEach(stream -> own.addAll(families.remove(stream)));
  }

  /** What a file has in common with those that belong to it. */
  public String family(String name) {
    if (isManifest(name)) {
      return name;
    }
    Path path = Path.of(name);
    String file = withoutEnding(path.getFileName().toString(), settings.doneMarkers());
    boolean beside = file.length() == path.getFileName().toString().length() && !isSound(file);
    String owner = beside ? withoutEnding(file, settings.sideFiles().endings()) : file;
    String stem = isSound(owner) ? NameFacts.stem(owner) : owner;
    String common =
        pairing.half(Path.of(stem + ".wav")).map(half -> NameFacts.stem(half.name())).orElse(stem);
    Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    Path facts = beside ? folder : factsOf(folder);
    return facts.resolve(common.toLowerCase(Locale.ROOT)).normalize().toString();
  }

  private Path factsOf(Path folder) {
    return settings.sideFiles().folder().map(folder::resolve).orElse(folder);
  }

  private static String withoutEnding(String file, List<String> endings) {
    return endings.stream()
        .filter(ending -> file.length() > ending.length() && endsWith(file, ending))
        .max(java.util.Comparator.comparingInt(String::length))
        .map(ending -> file.substring(0, file.length() - ending.length()))
        .orElse(file);
  }

  private static boolean endsWith(String name, String ending) {
    return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
  }

  /** Whether one file of a pair is among the names without the other. */
  public boolean lacksHalf(Collection<String> family) {
    List<Pairing.Side> sides =
        family.stream()
            .flatMap(name -> pairing.half(Path.of(name)).stream())
            .map(Pairing.Half::side)
            .toList();
    return sides.stream().anyMatch(side -> !sides.contains(side.other()));
  }

  /**
   * The names that a marker of a file may have, beside it; empty when no marker is wanted.
   *
   * @param family whose member the file is; side files and lists need no markers of their own
   */
  public List<String> markers(String name, Collection<String> family) {
    boolean told = !isSound(name) && (isManifest(name) || family.stream().anyMatch(this::isSound));
    if (told) {
      return List.of();
    }
    Path path = Path.of(name);
    String file = path.getFileName().toString();
    Stream<String> starts = Stream.of(file, NameFacts.stem(file), NameFacts.stem(commonName(path)));
    return starts
        .flatMap(start -> settings.doneMarkers().stream().map(ending -> start + ending))
        .map(marker -> path.resolveSibling(marker).toString())
        .distinct()
        .toList();
  }

  private String commonName(Path path) {
    return pairing.half(path).map(Pairing.Half::name).orElse(path.getFileName().toString());
  }
}
