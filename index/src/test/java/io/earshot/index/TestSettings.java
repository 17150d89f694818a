package io.earshot.index;

import io.earshot.config.Section;

final class TestSettings {
  private TestSettings() {}

  static IndexSettings withPrefix(String prefix) {
    return IndexSettings.from(Section.parse("prefix: " + prefix, "test"));
  }
}
