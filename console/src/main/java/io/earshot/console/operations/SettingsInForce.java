package io.earshot.console.operations;

import io.earshot.config.Setting;
import java.util.List;

/**
 * What the service was started with.
 *
 * @param file that was read
 * @param settings in the order in which they were read, secrets masked
 */
public record SettingsInForce(String file, List<Setting> settings) {
  public SettingsInForce {
    settings = List.copyOf(settings);
  }
}
