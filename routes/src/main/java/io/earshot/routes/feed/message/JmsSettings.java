package io.earshot.routes.feed.message;

import io.earshot.config.Section;
import java.util.Optional;

/**
 * A queue or a topic of an Artemis broker.
 *
 * @param url address such as {@code tcp://broker:61616}
 * @param options further parameters of the address, such as {@code sslEnabled=true}; secret
 * @param queue its name; empty for a topic
 * @param topic its name; empty for a queue
 * @param subscription name under which the broker keeps the topic's messages for this source
 * @param user may be empty
 * @param password secret, may be empty
 */
record JmsSettings(
    String url,
    String options,
    String queue,
    String topic,
    String subscription,
    String user,
    String password) {

  static JmsSettings from(Section section) {
    JmsSettings settings =
        new JmsSettings(
            section.parsed("url", "an address such as tcp://broker:61616", JmsSettings::url, ""),
            section.secret("options", ""),
            section.text("queue", ""),
            section.text("topic", ""),
            section.text("subscription", ""),
            section.text("user", ""),
            section.secret("password", ""));
    settings.verify(section);
    return settings;
  }

  /** Only what goes over the network: the queues of this program are not for sources. */
  private static Optional<String> url(String text) {
    return Optional.of(text.strip())
        .filter(url -> url.matches("tcp://[^\\s/?#,()@]{1,255}:\\d{1,5}"));
  }

  private void verify(Section section) {
    if (url.isEmpty() && !section.keys().contains("url")) {
      section.problem("url", "is missing");
    }
    if (queue.isBlank() == topic.isBlank()) {
      section.problem("queue", "or 'topic' must be given, and not both");
    }
    if (topic.isBlank() != subscription.isBlank()) {
      section.problem(
          "subscription", "belongs to a topic, which needs one: messages are kept under it");
    }
  }

  boolean isTopic() {
    return !topic.isBlank();
  }

  String destination() {
    return isTopic() ? topic : queue;
  }

  /** With the options, which may be secret. */
  String address() {
    return options.isBlank() ? url : url + "?" + options;
  }

  @Override
  public String toString() {
    return "JmsSettings[%s, %s]".formatted(url, destination());
  }
}
