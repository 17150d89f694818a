package io.earshot.analysis.redaction.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that announce personal data ("card number", "卡号"), by kind. They come from the
 * settings. Safe for several threads.
 */
public final class ContextWords {
  private static final int REACH = 60;

  private final Node root = new Node();

  public ContextWords(Map<DataKind, List<String>> words) {
    words.forEach((kind, list) -> list.forEach(word -> add(kind, plain(word))));
  }

  /**
   * Words of a kind in a text.
   *
   * @param start first character
   * @param end character after the last
   */
  record Hit(DataKind kind, int start, int end) {}

  /** A pattern that finds any of some words or phrases in plain lower case text. */
  public static Pattern compile(List<String> words) {
    return Pattern.compile(
        words.stream()
            .map(ContextWords::plain)
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(word -> "(?<![a-z0-9])" + Pattern.quote(word) + "(?![a-z0-9])")
            .collect(Collectors.joining("|")));
  }

  private static String plain(String word) {
    return Plain.lower(Plain.text(word)).trim();
  }

  private void add(DataKind kind, String word) {
    Node node = root;
    for (int i = 0; i < word.length(); i++) {
      node = node.next.computeIfAbsent(word.charAt(i), character -> new Node());
    }
    if (!word.isEmpty()) {
      node.kind = kind;
    }
  }

  /**
   * What the words nearest before a place announce: in the passage itself, or, where it has none,
   * in what was said before it.
   */
  public Optional<DataKind> announced(Passage passage, int at) {
    Optional<Hit> here = lastBefore(passage, at);
    int open = at - passage.lower().lastIndexOf(Passage.HOLE, at - 1);
    if (here.isPresent() || open > REACH) {
      return here.map(Hit::kind);
    }
    return latest(passage.hitsBefore(this)).map(Hit::kind);
  }

  /** How far behind the nearest words of a kind a place is; {@code at} where there are none. */
  public int distance(Passage passage, int at, DataKind kind) {
    return passage.hits(this).stream()
        .filter(hit -> hit.kind == kind && hit.end <= at)
        .mapToInt(hit -> at - hit.end)
        .min()
        .orElse(at);
  }

  /** Whether words of a kind follow a place closely ("... is my mobile"). */
  public boolean follows(Passage passage, int at, DataKind kind) {
    return passage.hits(this).stream()
        .anyMatch(hit -> hit.kind == kind && hit.start >= at && hit.start <= at + REACH / 3);
  }

  /** Whether words of a kind stand in the passage or in what was said before it. */
  public boolean speaksOf(DataKind kind, Passage passage) {
    return passage.hits(this).stream().anyMatch(hit -> hit.kind == kind)
        || passage.hitsBefore(this).stream().anyMatch(hit -> hit.kind == kind);
  }

  /** Whether words of a kind stand before a place and not far from it. */
  public boolean precedes(Passage passage, int at, DataKind kind) {
    return distance(passage, at, kind) < REACH
        && passage.hits(this).stream().anyMatch(hit -> hit.kind == kind && hit.end <= at);
  }

  /** Where words of a kind end. */
  public List<Integer> ends(DataKind kind, Passage passage) {
    return passage.hits(this).stream().filter(hit -> hit.kind == kind).map(Hit::end).toList();
  }

  private Optional<Hit> lastBefore(Passage passage, int at) {
    return latest(
        passage.hits(this).stream()
            .filter(hit -> hit.end <= at && hit.end > at - REACH)
            .filter(hit -> passage.lower().lastIndexOf(Passage.HOLE, at - 1) < hit.end)
            .toList());
  }

  /** The last to end; the longest of those. */
  private static Optional<Hit> latest(List<Hit> hits) {
    return hits.stream()
        .max(
            Comparator.comparingInt(Hit::end)
                .thenComparing(Comparator.comparingInt(Hit::start).reversed()));
  }

  /** All words in a text of plain lower case. */
  List<Hit> hits(String lower) {
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < lower.length(); at++) {
      if (!isLatin(lower.charAt(at)) || at == 0 || !isLatin(lower.charAt(at - 1))) {
        longest(lower, at).ifPresent(hits::add);
      }
    }
    return hits;
  }

  private Optional<Hit> longest(String lower, int start) {
    Hit longest = null;
    Node node = root;
    int at = start;
    while (node != null && at < lower.length()) {
      node = node.next.get(lower.charAt(at++));
      boolean whole =
          at == lower.length() || !isLatin(lower.charAt(at)) || !isLatin(lower.charAt(at - 1));
      if (node != null && node.kind != null && whole) {
        longest = new Hit(node.kind, start, at);
      }
    }
    return Optional.ofNullable(longest);
  }

  private static boolean isLatin(char character) {
    return character < 0x250 && Character.isLetterOrDigit(character);
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private DataKind kind;
  }
}
