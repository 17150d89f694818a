package io.earshot.ingest.facts;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files that hold the facts of a recording, by their names. Safe for several threads. */
public final class SideFiles {
  private final SideFileSettings settings;

  public SideFiles(SideFileSettings settings) {
    this.settings = settings;
  }

  /** The side files of a recording that there are; links are passed over. */
  public List<Path> of(Path recording) {
    Path folder = folder(recording);
    return names(recording.getFileName().toString()).stream()
        .map(folder::resolve)
        .filter(file -> !file.equals(recording))
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /** The side files that a recording may have, for sorting them out of a folder's files. */
  public List<Path> possible(Path recording) {
    Path folder = folder(recording);
    return names(recording.getFileName().toString()).stream().map(folder::resolve).toList();
  }

  /** What the recording of a side file is called, without its own ending or with it. */
  String recordingOf(Path file) {
    String name = file.getFileName().toString();
    return settings.endings().stream()
        .filter(ending -> name.length() > ending.length())
        .filter(ending -> name.toLowerCase(Locale.ROOT).endsWith(ending.toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(String::length))
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .orElse(name);
  }

  /** Whether a file's name says that it is a list of recordings. */
  public boolean isManifest(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return settings.manifests().stream().anyMatch(pattern -> fits(name, pattern));
  }

  private Path folder(Path recording) {
    Path own = recording.toAbsolutePath().getParent();
    return settings.folder().map(other -> own.resolve(other).normalize()).orElse(own);
  }

  private Set<String> names(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Set<String> names = new LinkedHashSet<>();
    for (String start : List.of(stem, name)) {
      for (String ending : settings.endings()) {
        addPossible(names, start + ending);
        addPossible(names, start + ending.toUpperCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** A name that is no text here may become none that the system takes. */
  private static void addPossible(Set<String> names, String name) {
    try {
      names.add(Path.of(name).toString());
    } catch (InvalidPathException e) {
      names.remove(name);
    }
  }

  /** With one star at most: no search that could go on for long. */
  private static boolean fits(String name, String pattern) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    int star = lower.indexOf('*');
    if (star < 0) {
      return name.equals(lower);
    }
    String start = lower.substring(0, star);
    String end = lower.substring(star + 1);
    return name.length() >= start.length() + end.length()
        && name.startsWith(start)
        && name.endsWith(end);
  }
}
