package io.earshot.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Remembers what was read from one file, and where it stood. A secret is never kept. */
final class Readings {
  private static final String MASK = "••••••••";

  /** Name and password before the host of an address. */
  private static final Pattern SIGN_IN = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

  private final String file;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  Readings(String file) {
    this.file = file;
  }

  void note(String key, String value, int line) {
    String shown = SIGN_IN.matcher(value).replaceAll(MASK);
    settings.put(key, new Setting(key, shown, line > 0 ? file : "", line));
  }

  void byDefault(String key, String value) {
    note(key, value, 0);
  }

  /** Replaces what was noted of a value by a mask; that it is empty may be seen. */
  void mask(String key, String value) {
    int line = settings.get(key).line();
    note(key, value.isEmpty() ? "" : MASK, line);
  }

  List<Setting> all() {
    return List.copyOf(settings.values());
  }
}
