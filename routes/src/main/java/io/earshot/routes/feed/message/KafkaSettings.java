package io.earshot.routes.feed.message;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Topics of a Kafka cluster.
 *
 * @param brokers some of them, {@code host:port} each
 * @param topics names
 * @param group under which the cluster keeps how far the topics were read
 * @param from where a group begins that has read nothing yet
 * @param tls whether the way is encrypted
 * @param trust which certificates of the brokers are believed
 * @param mechanism how user and password are told
 * @param user empty for none
 * @param password secret
 * @param timeout for each answer
 */
record KafkaSettings(
    List<String> brokers,
    List<String> topics,
    String group,
    String from,
    boolean tls,
    Trust trust,
    String mechanism,
    String user,
    String password,
    Duration timeout) {

  /** Small pieces, so that a source that closes has little in hand. */
  private static final int RECORDS_AT_ONCE = 100;

  /** How soon another may take the place of a process that died. */
  private static final int SESSION_MS = 15_000;

  private static final int LONGEST_BACKOFF_MS = 10_000;
  private static final Map<String, String> LOGIN_MODULES =
      Map.of(
          "plain", "org.apache.kafka.common.security.plain.PlainLoginModule",
          "scram-sha-256", "org.apache.kafka.common.security.scram.ScramLoginModule",
          "scram-sha-512", "org.apache.kafka.common.security.scram.ScramLoginModule");

  static KafkaSettings from(Section section) {
    boolean tls = section.flag("tls", true);
    KafkaSettings settings =
        new KafkaSettings(
            section.texts("brokers"),
            section.texts("topics"),
            section.text("group", "earshot"),
            section.parsed(
                "from",
                "earliest or latest",
                text -> among(text, List.of("earliest", "latest")),
                "earliest"),
            tls,
            Trust.from(section, tls),
            section.parsed(
                "mechanism",
                "plain, scram-sha-256 or scram-sha-512",
                text -> among(text, LOGIN_MODULES.keySet()),
                "scram-sha-512"),
            section.text("user", ""),
            section.secret("password", ""),
            section.duration("timeout", Duration.ofSeconds(10)));
    settings.verify(section);
    return settings;
  }

  private static Optional<String> among(String text, java.util.Collection<String> known) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(known::contains);
  }

  private void verify(Section section) {
    if (brokers.isEmpty() || !brokers.stream().allMatch(one -> one.matches("[^\\s,/]+:\\d{1,5}"))) {
      section.problem("brokers", "must be a list such as [kafka.example:9092]");
    }
    if (topics.isEmpty()
        || !topics.stream().allMatch(one -> one.matches("[a-zA-Z0-9._-]{1,249}"))) {
      section.problem("topics", "must be a list of names");
    }
    if (user.isEmpty() != password.isEmpty()) {
      section.problem("user", "and 'password' belong together");
    }
  }

  /**
   * What Kafka's client is to be told.
   *
   * @throws AccessRefused when the file of certificates can't be used
   */
  Properties consumer(String client) throws AccessRefused {
    int milliseconds = (int) timeout.toMillis();
    Properties properties = new Properties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", brokers));
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, from);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds);
    properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_BACKOFF_MS);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MS / 5);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    String channel = tls ? "SSL" : "PLAINTEXT";
    properties.put(
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, user.isEmpty() ? channel : "SASL_" + channel);
    if (!user.isEmpty()) {
      properties.put(SaslConfigs.SASL_MECHANISM, mechanism.toUpperCase(Locale.ROOT));
      properties.put(SaslConfigs.SASL_JAAS_CONFIG, login());
    }
    if (trust.file().isPresent()) {
      trust.managers(); // Kafka's own words for a file that it can't read name no setting
      properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, trust.isPem() ? "PEM" : Trust.STORE);
      properties.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, trust.file().get().toString());
    }
    if (!trust.isPem()) {
      properties.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, trust.password());
    }
    return properties;
  }

  private String login() {
    return "%s required username=\"%s\" password=\"%s\";"
        .formatted(LOGIN_MODULES.get(mechanism), quoted(user), quoted(password));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Override
  public String toString() {
    return "KafkaSettings[%s, %s]".formatted(brokers, topics);
  }
}
