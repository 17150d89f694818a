package io.earshot.routes.queue;

import io.earshot.config.Section;
import java.util.Optional;

/**
 * Which broker holds the queues.
 *
 * @param url address of an Artemis broker; empty for the one inside Earshot
 * @param user for that broker
 * @param password secret, for that broker
 * @param prefix first part of the queues' names
 */
public record BrokerSettings(String url, String user, String password, String prefix) {

  public static BrokerSettings from(Section section) {
    return new BrokerSettings(
        section.text("url", ""),
        section.text("user", ""),
        section.secret("password", ""),
        section.text("prefix", "earshot"));
  }

  public static BrokerSettings defaults() {
    return from(Section.empty());
  }

  /** The address of a broker elsewhere; empty when Earshot shall run its own. */
  public Optional<BrokerAddress> external() {
    return url.isBlank() ? Optional.empty() : Optional.of(new BrokerAddress(url, user, password));
  }

  @Override
  public String toString() {
    return "BrokerSettings[%s]".formatted(url);
  }
}
