package io.earshot.routes.source;

import io.earshot.config.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A real inlet over a folder, without the intake behind it: what was received can be looked at. */
public final class TestInlet {
  private final Path home;
  private final Inlet inlet;

  /**
   * Opens it; over the same home a second time as after a restart.
   *
   * @param yaml settings of the source, such as {@code poll: 100ms}
   * @param reserve bytes of the disk that are left free; too many close the inlet
   */
  public TestInlet(Path home, String yaml, long reserve) {
    this.home = home;
    Section section = Section.parse("{folder: /nowhere, name: far, %s}".formatted(yaml), "test");
    Source source = Source.from(section, Origin.Folder.from(section));
    section.verify();
    Landing landing = new Landing(home, source.plainName(), reserve);
    this.inlet = new Inlet(source, landing, new FileMemory(home, "far"), Clock.systemUTC());
  }

  public TestInlet(Path home, String yaml) {
    this(home, yaml, 0);
  }

  public Inlet inlet() {
    return inlet;
  }

  /** What the health of the source says. */
  public String trouble() {
    return inlet.trouble();
  }

  /** The names of what was received and not taken yet. */
  public Set<String> landed() {
    return names(landing());
  }

  /** What of files that did not come whole is left. */
  public Set<String> arriving() {
    return names(home.resolve(inlet.name()).resolve("arriving"));
  }

  private static Set<String> names(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .forEach(file -> names.add(file.toString()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A received file. */
  public Path file(String name) {
    return landing().resolve(name);
  }

  private Path landing() {
    return home.resolve(inlet.name()).resolve("landed");
  }
}
