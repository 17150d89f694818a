package io.earshot.ingest;

import io.earshot.conversation.Speaker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Brings together the two files of a call whose parties were recorded apart. */
final class Pairing {
  private final IngestSettings.PairEndings endings;
  private final Predicate<Path> isSound;

  Pairing(IngestSettings settings) {
    this.endings = settings.pairEndings();
    this.isSound = settings::soundsByName;
  }

  /**
   * Which side of a call a file holds. Who comes in and who goes out depends on whom the recorder
   * listened at: those names tell no role. What came in stands first, for it is the customer more
   * often than not.
   */
  enum Side {
    AGENT,
    CUSTOMER,
    IN,
    OUT;

    Side other() {
      return switch (this) {
        case AGENT -> CUSTOMER;
        case CUSTOMER -> AGENT;
        case IN -> OUT;
        case OUT -> IN;
      };
    }

    boolean standsFirst() {
      return this == AGENT || this == IN;
    }
  }

  /**
   * One file of a pair.
   *
   * @param side which it holds
   * @param name what both files have in common, ending of the file type included
   */
  record Half(Side side, Path folder, String name) {
    private Key key(Side wanted) {
      return new Key(wanted, folder, name.toLowerCase(Locale.ROOT));
    }

    Optional<Speaker> role() {
      return switch (side) {
        case AGENT -> Optional.of(Speaker.AGENT);
        case CUSTOMER -> Optional.of(Speaker.CUSTOMER);
        case IN, OUT -> Optional.empty();
      };
    }
  }

  private record Key(Side side, Path folder, String name) {}

  /** Which half a file's name says it is; empty for any other name. */
  Optional<Half> half(Path file) {
    if (!isSound.test(file)) {
      return Optional.empty();
    }
    return half(file, endings.agent(), Side.AGENT)
        .or(() -> half(file, endings.customer(), Side.CUSTOMER))
        .or(() -> half(file, endings.in(), Side.IN))
        .or(() -> half(file, endings.out(), Side.OUT));
  }

  private static Optional<Half> half(Path file, List<String> endings, Side side) {
    String name = file.getFileName().toString();
    String stem = NameFacts.stem(name);
    return endings.stream()
        .filter(ending -> stem.toLowerCase(Locale.ROOT).endsWith(ending.toLowerCase(Locale.ROOT)))
        .filter(ending -> stem.length() > ending.length())
        .findFirst()
        .map(
            ending -> {
              String common = stem.substring(0, stem.length() - ending.length());
              Path folder = file.toAbsolutePath().normalize().getParent();
              return new Half(side, folder, common + name.substring(stem.length()));
            });
  }

  /** Who is heard in each of the files, when their names say so for all. */
  Optional<List<Speaker>> roles(List<Path> files) {
    List<Speaker> roles =
        files.stream().flatMap(file -> half(file).flatMap(Half::role).stream()).toList();
    return roles.size() == files.size() ? Optional.of(roles) : Optional.empty();
  }

  /** The files as items, in their order; a pair stands where its first file stood. */
  List<SourceItem> unite(List<Path> files) {
    Map<Key, Path> halves = new HashMap<>();
    for (Path file : files) {
      half(file).ifPresent(half -> halves.putIfAbsent(half.key(half.side()), file));
    }
    Set<Path> taken = new LinkedHashSet<>();
    List<SourceItem> items = new ArrayList<>();
    for (Path file : files) {
      if (!taken.contains(file)) {
        SourceItem item =
            half(file)
                .flatMap(half -> pair(half, file, halves))
                .orElseGet(() -> SourceItem.of(file));
        taken.addAll(item.files());
        items.add(item);
      }
    }
    return items;
  }

  private static Optional<SourceItem> pair(Half half, Path file, Map<Key, Path> halves) {
    Path other = halves.get(half.key(half.side().other()));
    if (other == null || !file.equals(halves.get(half.key(half.side())))) {
      return Optional.empty();
    }
    List<Path> both = half.side().standsFirst() ? List.of(file, other) : List.of(other, file);
    return Optional.of(new SourceItem(both, half.name()));
  }
}
