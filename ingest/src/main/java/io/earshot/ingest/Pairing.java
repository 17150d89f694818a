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

/** Brings together the two files of a call whose parties were recorded apart. */
final class Pairing {
  private final IngestSettings.PairEndings endings;

  Pairing(IngestSettings.PairEndings endings) {
    this.endings = endings;
  }

  /**
   * One file of a pair.
   *
   * @param role whose voice it holds
   * @param name what both files have in common, ending of the file type included
   */
  record Half(Speaker role, Path folder, String name) {
    Key key() {
      return new Key(folder, name.toLowerCase(Locale.ROOT));
    }
  }

  record Key(Path folder, String name) {}

  /** Which half a file's name says it is; empty for any other name. */
  Optional<Half> half(Path file) {
    if (!SourceKind.soundsByName(file)) {
      return Optional.empty();
    }
    return half(file, endings.agent(), Speaker.AGENT)
        .or(() -> half(file, endings.customer(), Speaker.CUSTOMER));
  }

  private static Optional<Half> half(Path file, List<String> endings, Speaker role) {
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
              return new Half(role, folder, common + name.substring(stem.length()));
            });
  }

  /** Who is heard in each of the files, when their names say so for all. */
  Optional<List<Speaker>> roles(List<Path> files) {
    List<Speaker> roles = new ArrayList<>();
    files.forEach(file -> half(file).ifPresent(half -> roles.add(half.role())));
    return roles.size() == files.size() ? Optional.of(roles) : Optional.empty();
  }

  /** The files as items, in their order; a pair stands where its first file stood. */
  List<SourceItem> unite(List<Path> files) {
    Map<Key, Path> agents = first(files, Speaker.AGENT);
    Map<Key, Path> customers = first(files, Speaker.CUSTOMER);
    Set<Path> taken = new LinkedHashSet<>();
    List<SourceItem> items = new ArrayList<>();
    for (Path file : files) {
      if (taken.contains(file)) {
        continue;
      }
      SourceItem item =
          half(file)
              .flatMap(half -> pair(half, file, agents, customers))
              .orElseGet(() -> SourceItem.of(file));
      taken.addAll(item.files());
      items.add(item);
    }
    return items;
  }

  private Map<Key, Path> first(List<Path> files, Speaker role) {
    Map<Key, Path> halves = new HashMap<>();
    for (Path file : files) {
      half(file)
          .filter(half -> half.role() == role)
          .ifPresent(half -> halves.putIfAbsent(half.key(), file));
    }
    return halves;
  }

  private static Optional<SourceItem> pair(
      Half half, Path file, Map<Key, Path> agents, Map<Key, Path> customers) {
    Path agent = agents.get(half.key());
    Path customer = customers.get(half.key());
    boolean pair =
        agent != null && customer != null && (file.equals(agent) || file.equals(customer));
    return pair
        ? Optional.of(new SourceItem(List.of(agent, customer), half.name()))
        : Optional.empty();
  }
}
