package io.earshot.analysis;

import io.earshot.config.Section;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Engines for tests, with this project's own examples and a cache that outlives the test. */
public final class Engines {
  /** Where the project's own intents and emotions are. */
  public static final Path CONFIG = Path.of("../config");

  public static final Path CACHE = Path.of("target/analysis-cache");

  private Engines() {}

  public static AnalysisEngine open() {
    return AnalysisEngine.open(AnalysisSettings.defaults(), CONFIG, CACHE, ZoneOffset.UTC);
  }

  public static AnalysisEngine withThreads(int threads) {
    Section section = Section.parse("threads: " + threads, "test");
    return AnalysisEngine.open(AnalysisSettings.from(section), CONFIG, CACHE, ZoneOffset.UTC);
  }
}
