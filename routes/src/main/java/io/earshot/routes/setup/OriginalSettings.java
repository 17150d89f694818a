package io.earshot.routes.setup;

import io.earshot.config.Section;
import io.earshot.ingest.vault.Seal;
import io.earshot.routes.home.Home;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of the originals of redacted conversations.
 *
 * @param keep whether they are kept, encrypted; else they are deleted
 * @param key the file with the key; empty for the home's own. Who can read it can read the
 *     originals, so it may well lie elsewhere
 */
public record OriginalSettings(boolean keep, Optional<Path> key) {

  static OriginalSettings from(Section section) {
    return new OriginalSettings(section.flag("keep", false), section.path("key"));
  }

  /** The seal under which originals are kept; empty when they are not. */
  public Optional<Seal> seal(Home home) {
    return keep ? Optional.of(Seal.open(key.orElse(home.originalsKey()))) : Optional.empty();
  }
}
