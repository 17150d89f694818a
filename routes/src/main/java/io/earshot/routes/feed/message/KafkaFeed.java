package io.earshot.routes.feed.message;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.Inlet;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;

/**
 * Conversations as records of Kafka topics. Immutable; connects when its routes start or it is
 * checked, and says in a result what fails.
 *
 * <p>Driven by a timer and Kafka's own client, not by Camel's consumer: that one ends its thread
 * when the cluster fails while it is paused, and joins its group anew for each record that can't be
 * kept (RATIONALE.md).
 */
public final class KafkaFeed implements Feed {
  private static final int TICK_MS = 100;

  private final KafkaSettings settings;

  private KafkaFeed(KafkaSettings settings) {
    this.settings = settings;
  }

  /** Reads its settings; problems are noted in the section. */
  public static Feed from(Section section) {
    return new KafkaFeed(KafkaSettings.from(section));
  }

  @Override
  public String kind() {
    return "kafka";
  }

  @Override
  public String place() {
    return "%s topic %s"
        .formatted(String.join(",", settings.brokers()), String.join(", ", settings.topics()));
  }

  @Override
  public RouteBuilder routes(Inlet inlet) {
    return new RouteBuilder() {
      @Override
      public void configure() throws Exception {
        KafkaReading reading = new KafkaReading(settings, health(), inlet);
        getContext().addService(reading);
        String id = inlet.name() + "-kafka";
        from("timer:%s?delay=0&period=%d&fixedRate=false".formatted(id, TICK_MS))
            .routeId(id)
            .process(exchange -> reading.tick());
      }
    };
  }

  @Override
  public CheckResult check() {
    try {
      new KafkaGreeting(settings).exchange();
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(settings.consumer("earshot-check"))) {
        return found(consumer.listTopics().keySet());
      }
    } catch (KafkaException | AccessRefused e) {
      return health().failed(e);
    } catch (OutOfMemoryError e) {
      return health().failed(tooLarge(e));
    }
  }

  /** The client makes room at once for what an answer announces; the rest has its memory still. */
  static KafkaException tooLarge(OutOfMemoryError cause) {
    return new KafkaException("it announces an answer larger than any broker's", cause);
  }

  private CheckResult found(Set<String> known) {
    return settings.topics().stream()
        .filter(topic -> !known.contains(topic))
        .findFirst()
        .map(topic -> CheckResult.failed("source", absent(place(), topic)))
        .orElseGet(() -> health().reached());
  }

  private BrokerHealth health() {
    return new BrokerHealth(place(), "brokers", settings.tls());
  }

  static String absent(String place, String topic) {
    return "%s: there is no topic '%s', or it may not be seen: make it, or mend topics and rights"
        .formatted(place, topic);
  }
}
