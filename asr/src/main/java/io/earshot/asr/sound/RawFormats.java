package io.earshot.asr.sound;

import io.earshot.config.Section;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How files without a header are written, by the endings of their names. A file that has a header
 * is read by that, whatever its name. Immutable.
 *
 * @param byEnding lower case, without the dot
 */
public record RawFormats(Map<String, RawFormat> byEnding) {
  private static final String CODECS =
      "one of "
          + Arrays.stream(RawFormat.Codec.values())
              .map(RawFormat.Codec::code)
              .collect(Collectors.joining(", "));

  public RawFormats {
    byEnding = Map.copyOf(byEnding);
  }

  /** A-law, mu-law, linear, GSM, G.722, G.723.1, G.726 and G.729 by their usual endings. */
  public static RawFormats usual() {
    return new RawFormats(RawFormat.usual());
  }

  /**
   * The usual ones with what a section says of some endings: {@code alaw: {codec, rate, channels}}.
   */
  public static RawFormats from(Section section) {
    Map<String, RawFormat> formats = new HashMap<>(RawFormat.usual());
    for (String ending : section.keys()) {
      Section one = section.section(ending);
      String key = ending.toLowerCase(Locale.ROOT);
      RawFormat usual = formats.getOrDefault(key, RawFormat.of(RawFormat.Codec.LINEAR));
      formats.put(
          key,
          new RawFormat(
              one.parsed("codec", CODECS, RawFormat.Codec::of).orElse(usual.codec()),
              one.integer("rate", usual.sampleRate(), 1000, 192_000),
              one.integer("channels", usual.channels(), 1, 8)));
    }
    return new RawFormats(formats);
  }

  /** How a file of this name is written if it has no header. */
  Optional<RawFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byEnding.get(name.substring(name.lastIndexOf('.') + 1)));
  }
}
