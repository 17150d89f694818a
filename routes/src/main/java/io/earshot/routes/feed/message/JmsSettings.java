package io.earshot.routes.feed.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.Trust;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * A queue or a topic of an Artemis broker.
 *
 * @param url address such as {@code tcp://broker:61616}
 * @param tls whether the way is encrypted
 * @param trust which certificates of the broker are believed
 * @param options further parameters of the address, such as {@code minLargeMessageSize=1000000};
 *     secret
 * @param queue its name; empty for a topic
 * @param topic its name; empty for a queue
 * @param subscription name under which the broker keeps the topic's messages for this source
 * @param user may be empty
 * @param password secret, may be empty
 * @param timeout for connecting and for each answer
 */
record JmsSettings(
    String url,
    boolean tls,
    Trust trust,
    String options,
    String queue,
    String topic,
    String subscription,
    String user,
    String password,
    Duration timeout) {

  static JmsSettings from(Section section) {
    boolean tls = section.flag("tls", true);
    JmsSettings settings =
        new JmsSettings(
            section.parsed("url", "an address such as tcp://broker:61616", JmsSettings::url, ""),
            tls,
            Trust.from(section, tls),
            section.secret("options", ""),
            section.text("queue", ""),
            section.text("topic", ""),
            section.text("subscription", ""),
            section.text("user", ""),
            section.secret("password", ""),
            section.duration("timeout", Duration.ofSeconds(10)));
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

  /**
   * With the options, which may be secret. What is said of TLS stands last and so counts, whatever
   * they say.
   */
  String address() {
    String encryption =
        encryption().entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return "%s?%s%s".formatted(url, options.isBlank() ? "" : options + "&", encryption);
  }

  private Map<String, String> encryption() {
    String milliseconds = Long.toString(timeout.toMillis());
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(TransportConstants.NETTY_CONNECT_TIMEOUT, milliseconds);
    parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, Boolean.toString(tls));
    parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, "true");
    parameters.put(TransportConstants.TRUST_ALL_PROP_NAME, "false");
    if (trust.file().isPresent()) {
      parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, trust.file().get().toString());
      // The name under which the broker's client has PEM files of certificates alone.
      String kind = trust.isPem() ? "PEMCA" : Trust.STORE;
      parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, kind);
      parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, trust.password());
    }
    return parameters;
  }

  @Override
  public String toString() {
    return "JmsSettings[%s, %s]".formatted(url, destination());
  }
}
