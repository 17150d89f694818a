package io.earshot.analysis.redaction.name;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of English words: names, words of everyday, words of organisations. */
public final class NameLists {
  private static final Set<String> FIRST = load("first-names.txt");
  private static final Set<String> LAST = load("last-names.txt");
  private static final Set<String> ORDINARY = load("ordinary-words.txt");
  private static final Set<String> ORGANISATION = load("organisation-words.txt");
  private static final Set<String> AMBIGUOUS = load("ambiguous-names.txt");

  private NameLists() {}

  static boolean isFirst(String word) {
    return FIRST.contains(word);
  }

  static boolean isLast(String word) {
    return LAST.contains(word);
  }

  /** Whether it is a name that hardly means anything else. */
  public static boolean isSurelyName(String word) {
    return (isFirst(word) || isLast(word)) && !isAmbiguous(word) && !ORDINARY.contains(word);
  }

  /** Whether a lower-case word is one of everyday's. */
  public static boolean isOrdinary(String word) {
    return ORDINARY.contains(word) || looksOrdinary(word);
  }

  private static boolean looksOrdinary(String word) {
    boolean inflected = word.endsWith("ly") || word.endsWith("ed") || word.endsWith("ing");
    return word.length() > 4 && inflected && !isFirst(word) && !isLast(word);
  }

  static boolean isAmbiguous(String word) {
    return AMBIGUOUS.contains(word);
  }

  static boolean isOrganisation(String word) {
    return ORGANISATION.contains(word);
  }

  static Set<String> load(String name) {
    try (InputStream stream = NameLists.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing in this program's own jar");
      }
      return Arrays.stream(new String(stream.readAllBytes(), UTF_8).split("\\s+"))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read from this program's own jar", e);
    }
  }
}
