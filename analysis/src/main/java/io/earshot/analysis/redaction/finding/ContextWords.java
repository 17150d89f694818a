package io.earshot.analysis.redaction.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that announce personal data ("card number", "卡号"), by kind. They come from the
 * settings. Safe for several threads.
 */
public final class ContextWords {
  private static final int REACH = 60;

  private final Map<DataKind, Pattern> patterns = new EnumMap<>(DataKind.class);

  public ContextWords(Map<DataKind, List<String>> words) {
    words.forEach(
        (kind, list) -> {
          if (!list.isEmpty()) {
            patterns.put(kind, compile(list));
          }
        });
  }

  /** A pattern that finds any of some words or phrases in plain lower case text. */
  public static Pattern compile(List<String> words) {
    return Pattern.compile(
        words.stream()
            .map(word -> Plain.lower(Plain.text(word)).trim())
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(ContextWords::quoted)
            .collect(Collectors.joining("|")));
  }

  private static String quoted(String word) {
    String spaced = Pattern.quote(word).replace(" ", "\\E\\s{1,3}\\Q");
    String from = Character.isLetterOrDigit(word.charAt(0)) && latin(word) ? "(?<![a-z0-9])" : "";
    return from + spaced + (latin(word) ? "(?![a-z0-9])" : "");
  }

  private static boolean latin(String word) {
    return word.chars().allMatch(character -> character < 0x250);
  }

  /**
   * What the words nearest before a place announce: in the passage itself, or, where it has none,
   * in what was said before it.
   */
  public Optional<DataKind> announced(Passage passage, int at) {
    Optional<DataKind> here = last(passage.leading(at, REACH));
    if (here.isPresent()) {
      return here;
    }
    boolean early = at <= REACH;
    return early ? last(passage.before()) : Optional.empty();
  }

  /** Whether words of a kind follow a place closely ("... is my mobile"). */
  public boolean follows(Passage passage, int at, DataKind kind) {
    Pattern pattern = patterns.get(kind);
    return pattern != null && pattern.matcher(passage.trailing(at, REACH / 3)).find();
  }

  /** Whether words of a kind stand anywhere in a text of plain lower case. */
  public boolean speaksOf(DataKind kind, String lower) {
    Pattern pattern = patterns.get(kind);
    return pattern != null && pattern.matcher(lower).find();
  }

  /** Where words of a kind end in a text of plain lower case. */
  public List<Integer> ends(DataKind kind, String lower) {
    Pattern pattern = patterns.get(kind);
    if (pattern == null) {
      return List.of();
    }
    List<Integer> ends = new ArrayList<>();
    Matcher matcher = pattern.matcher(lower);
    while (matcher.find()) {
      ends.add(matcher.end());
    }
    return ends;
  }

  private Optional<DataKind> last(String text) {
    DataKind nearest = null;
    int end = -1;
    for (Map.Entry<DataKind, Pattern> entry : patterns.entrySet()) {
      Matcher matcher = entry.getValue().matcher(text);
      while (matcher.find()) {
        if (matcher.end() > end) {
          end = matcher.end();
          nearest = entry.getKey();
        }
      }
    }
    return Optional.ofNullable(nearest);
  }
}
