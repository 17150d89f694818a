package io.earshot.analysis.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing about what a conversation is about, courtesies among them. */
final class StopWords {
  private StopWords() {}

  static Set<String> load(String language) {
    String name = "stopwords-" + language + ".txt";
    try (InputStream stream = StopWords.class.getResourceAsStream(name)) {
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
