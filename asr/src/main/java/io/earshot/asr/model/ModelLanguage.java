package io.earshot.asr.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which language a model's makers mean: they often name a country. */
final class ModelLanguage {
  // Countries that stand for languages in the published list (alphacephei.com/vosk/models).
  private static final Map<String, String> BY_COUNTRY =
      Map.of("cn", "zh", "vn", "vi", "gr", "el", "ua", "uk", "kz", "kk", "ph", "tl");
  private static final Pattern IN_NAME =
      Pattern.compile("(?:vosk-)?model-(?:small-)?([a-z]{2,3})(?:[-.].*)?");
  private static final List<String> NO_LANGUAGES = List.of("spk", "all", "big");

  private ModelLanguage() {}

  /** A tag such as {@code zh} of a code such as {@code cn} or {@code en-us}. */
  static String of(String code) {
    String primary = code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return BY_COUNTRY.getOrDefault(primary, primary);
  }

  /** The language that a model's name tells. */
  static Optional<String> inName(String name) {
    Matcher matcher = IN_NAME.matcher(name.toLowerCase(Locale.ROOT));
    return matcher.matches() && !NO_LANGUAGES.contains(matcher.group(1))
        ? Optional.of(of(matcher.group(1)))
        : Optional.empty();
  }
}
