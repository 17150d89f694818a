package io.earshot.routes.setup;

import io.earshot.config.Section;
import java.time.Duration;

/**
 * How speech models are got and tried.
 *
 * @param list of published models: an address or a file
 * @param timeout longest wait for an answer from the web, or for more of a download
 * @param trial longest time that loading and trying a model may take
 */
public record ModelSettings(String list, Duration timeout, Duration trial) {
  private static final String PUBLISHED = "https://alphacephei.com/vosk/models/model-list.json";

  static ModelSettings from(Section section) {
    return new ModelSettings(
        section.text("list", PUBLISHED),
        section.duration("timeout", Duration.ofSeconds(30)),
        section.duration("trial", Duration.ofMinutes(5)));
  }
}
