package io.earshot.index;

import io.earshot.config.Section;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where conversations are kept.
 *
 * @param url of an Elasticsearch 8 or 9; empty for a private one that Earshot starts itself
 * @param username for that server
 * @param password for that server; secret
 * @param heap bytes of memory for the private server
 * @param port of the private server; 0 for a free one, kept from start to start while it is free
 * @param user as whom the private server runs when Earshot is started by root, which it refuses
 * @param startTimeout how long the private server may take to be ready
 * @param prefix of the names of indices, so that several Earshots can share a cluster
 * @param shards of a new index
 * @param replicas of a new index
 * @param meaningFloorZh cosine from which a Chinese turn counts as meaning the same
 * @param meaningFloorEn cosine from which an English turn counts as meaning the same
 */
public record IndexSettings(
    String url,
    String username,
    String password,
    long heap,
    int port,
    String user,
    Duration startTimeout,
    String prefix,
    int shards,
    int replicas,
    double meaningFloorZh,
    double meaningFloorEn) {
  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_-]{0,60}");
  private static final Pattern URL = Pattern.compile("(https?://[^/\\s]+(/\\S*)?)?");
  private static final long SMALLEST_HEAP = 256L << 20;

  public static IndexSettings defaults() {
    return from(Section.empty());
  }

  /** Reads the settings, noting every wrong one in the section. */
  public static IndexSettings from(Section section) {
    return new IndexSettings(
        matching(section, "url", "an address such as https://search.example.org:9200", URL, ""),
        section.text("username", ""),
        section.secret("password", ""),
        heap(section),
        section.integer("port", 0, 0, 65_535),
        section.text("user", "nobody"),
        section.duration("start_timeout", Duration.ofMinutes(3)),
        matching(section, "prefix", "lower-case letters, digits, - and _", PREFIX, "earshot"),
        section.integer("shards", 1, 1, 64),
        section.integer("replicas", 0, 0, 8),
        // Random pairs of turns have a mean cosine of .45 (bge-small-zh) and .60 (bge-small-en);
        // the floors keep clear of what any two sentences of a service call have in common.
        section.number("meaning_floor_zh", 0.55, -1, 1),
        section.number("meaning_floor_en", 0.68, -1, 1));
  }

  /** Whether Earshot starts a server of its own. */
  public boolean isPrivate() {
    return url.isEmpty();
  }

  /** The address of the server that is named, when one is. */
  public Optional<ServerAddress> address() {
    return isPrivate() ? Optional.empty() : Optional.of(new ServerAddress(url, username, password));
  }

  double meaningFloor(String model) {
    return model.equals("zh") ? meaningFloorZh : meaningFloorEn;
  }

  private static long heap(Section section) {
    long heap = section.bytes("heap", 512L << 20);
    if (heap < SMALLEST_HEAP) {
      section.problem("heap", "must be at least 256MB, or the server runs out of memory");
    }
    return heap;
  }

  private static String matching(
      Section section, String key, String expected, Pattern form, String fallback) {
    return section.parsed(
        key, expected, text -> Optional.of(text).filter(t -> form.matcher(t).matches()), fallback);
  }

  @Override
  public String toString() {
    return "IndexSettings[url=%s, username=%s, prefix=%s, port=%d]"
        .formatted(url, username, prefix, port);
  }
}
