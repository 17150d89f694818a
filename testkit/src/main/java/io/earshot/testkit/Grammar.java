package io.earshot.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences by symbol, each alternative with places for other symbols. Immutable. */
final class Grammar {
  private static final Pattern PLACE = Pattern.compile("\\{(!?)(#?[a-z0-9.]+)}");

  private final Map<String, List<String>> alternatives;

  private Grammar(Map<String, List<String>> alternatives) {
    this.alternatives = alternatives;
  }

  /** Reads a resource of this package: {@code symbol | alternative} in each line. */
  static Grammar load(String resource) {
    Map<String, List<String>> alternatives = new HashMap<>();
    try (InputStream in = Grammar.class.getResourceAsStream(resource)) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        int bar = line.indexOf(" | ");
        if (bar > 0 && !line.startsWith("#")) {
          alternatives
              .computeIfAbsent(line.substring(0, bar), symbol -> new ArrayList<>())
              .add(line.substring(bar + 3));
        }
      }
      return new Grammar(alternatives);
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read resource " + resource, e);
    }
  }

  /** One who tells a story: what the grammar marks as fixed stays the same from text to text. */
  Teller teller(SplittableRandom random) {
    return new Teller(random);
  }

  final class Teller {
    private final SplittableRandom random;
    private final Map<String, String> fixed = new HashMap<>();

    private Teller(SplittableRandom random) {
      this.random = random;
    }

    /** One text for the symbol. */
    String tell(String symbol) {
      List<String> choices = alternatives.get(symbol);
      if (choices == null) {
        throw new IllegalArgumentException("The grammar has no symbol '%s'".formatted(symbol));
      }
      String choice = choices.get(random.nextInt(choices.size()));
      return PLACE
          .matcher(choice)
          .replaceAll(place -> Matcher.quoteReplacement(fill(place.group(1), place.group(2))));
    }

    private String fill(String mark, String name) {
      if (mark.isEmpty()) {
        return fresh(name);
      }
      // Not computeIfAbsent: a fixed symbol may stand for a text with fixed symbols of its own.
      String known = fixed.get(name);
      if (known == null) {
        known = fresh(name);
        fixed.put(name, known);
      }
      return known;
    }

    private String fresh(String name) {
      return name.startsWith("#")
          ? digits(Integer.parseInt(name.substring(1)), random)
          : tell(name);
    }
  }

  private static String digits(int count, SplittableRandom random) {
    StringBuilder digits = new StringBuilder().append(random.nextInt(1, 10));
    while (digits.length() < count) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
