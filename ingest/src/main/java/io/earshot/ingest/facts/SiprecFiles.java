package io.earshot.ingest.facts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which file holds which stream of a session, by their names. */
final class SiprecFiles {
  private SiprecFiles() {}

  /** One file a stream, or none at all. */
  static List<Path> of(SiprecRecording session, Path description, List<Path> sounds) {
    List<Path> files = new ArrayList<>();
    String common = stem(description);
    for (SiprecRecording.Stream stream : session.streams()) {
      Optional<Path> file =
          sounds.stream().filter(sound -> isOf(stream, stem(sound), common)).findFirst();
      file.filter(found -> !files.contains(found)).ifPresent(files::add);
    }
    boolean all = files.size() == session.streams().size() && files.size() > 1;
    return all ? List.copyOf(files) : List.of();
  }

  /** The session's name, something between, and the stream's; or the stream's alone. */
  private static boolean isOf(SiprecRecording.Stream stream, String stem, String common) {
    String rest = stem.startsWith(common) ? stem.substring(common.length()) : "";
    return stream.isNamedBy(stem, rest.replaceFirst("^[-_. ]+", ""));
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
