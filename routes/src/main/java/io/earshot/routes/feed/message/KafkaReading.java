package io.earshot.routes.feed.message;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.source.Inlet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics, a few records at a time, and says how far it read only when the inlet has them on
 * disk. While the inlet is closed or the disk is full it fetches nothing, but stays in its group.
 */
final class KafkaReading extends ServiceSupport {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(KafkaReading.class);

  private final KafkaSettings settings;
  private final BrokerHealth health;
  private final Inlet inlet;
  private Optional<KafkaConsumer<byte[], byte[]>> consumer = Optional.empty();
  private Instant nextTry = Instant.MIN;
  private Instant nextCheck = Instant.MIN;
  private boolean ended;

  KafkaReading(KafkaSettings settings, BrokerHealth health, Inlet inlet) {
    this.settings = settings;
    this.health = health;
    this.inlet = inlet;
  }

  /** Reads what there is now; never fails. */
  synchronized void tick() {
    boolean waits = Instant.now().isBefore(nextTry);
    if (ended || (waits && consumer.isEmpty())) {
      return;
    }
    try {
      read(connected(), inlet.isOpen() && !waits);
    } catch (RetriableException e) {
      failed(e); // the client finds its way back by itself, and keeps its place in the group
    } catch (KafkaException | AccessRefused e) {
      failed(e);
      disconnect();
    } catch (OutOfMemoryError e) {
      failed(KafkaFeed.tooLarge(e));
      disconnect();
    }
  }

  private void failed(Exception failure) {
    inlet.failed(health.why(failure));
    nextTry = Instant.now().plus(health.isRefusal(failure) ? BrokerHealth.REFUSED : PAUSE);
  }

  private KafkaConsumer<byte[], byte[]> connected() throws AccessRefused {
    if (consumer.isEmpty()) {
      new KafkaGreeting(settings).exchange();
      KafkaConsumer<byte[], byte[]> made = new KafkaConsumer<>(settings.consumer(inlet.name()));
      consumer = Optional.of(made);
      made.subscribe(settings.topics());
    }
    return consumer.orElseThrow();
  }

  private void read(KafkaConsumer<byte[], byte[]> from, boolean open) {
    if (open) {
      from.resume(from.paused());
    } else {
      from.pause(from.assignment());
    }
    // Asked while closed, too: who does not ask loses his place in the group.
    ConsumerRecords<byte[], byte[]> records = from.poll(POLL);
    if (open) {
      Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
      records.partitions().forEach(partition -> take(from, records, partition, taken));
      if (!taken.isEmpty()) {
        from.commitSync(taken);
      }
    } else {
      // Of a partition that was given to us meanwhile.
      records.partitions().forEach(partition -> rewind(from, partition, records));
    }
    look(from);
  }

  private static void rewind(
      KafkaConsumer<byte[], byte[]> from,
      TopicPartition partition,
      ConsumerRecords<byte[], byte[]> records) {
    from.seek(partition, records.records(partition).get(0).offset());
  }

  /** Takes a partition's records up to one that can't be kept now, if any. */
  private void take(
      KafkaConsumer<byte[], byte[]> from,
      ConsumerRecords<byte[], byte[]> records,
      TopicPartition partition,
      Map<TopicPartition, OffsetAndMetadata> taken) {
    for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
      if (!take(record)) {
        nextTry = Instant.now().plus(PAUSE);
        from.seek(partition, record.offset());
        return;
      }
      taken.put(
          partition,
          new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), "taken by earshot"));
    }
  }

  private boolean take(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    String id = record.partition() + "-" + record.offset();
    try {
      new ArrivedMessage(record.topic(), id, Instant.ofEpochMilli(Math.max(0, record.timestamp())))
          .handTo(inlet, new ByteArrayInputStream(value));
      return true;
    } catch (EarshotException e) {
      if (e.kind() == ErrorKind.BAD_INPUT) {
        return true; // the inlet has noted it, and it stays in its topic
      }
      inlet.failed(e.getMessage());
    } catch (IOException e) {
      inlet.failed("%s: %s".formatted(health.place(), e.getMessage()));
    }
    return false;
  }

  /** Polls say nothing of a cluster that is away. */
  private void look(KafkaConsumer<byte[], byte[]> from) {
    Instant now = Instant.now();
    if (now.isBefore(nextCheck) || now.isBefore(nextTry)) {
      return;
    }
    Set<String> known = from.listTopics().keySet();
    settings.topics().stream()
        .filter(topic -> !known.contains(topic))
        .findFirst()
        .ifPresentOrElse(
            topic -> inlet.failed(KafkaFeed.absent(health.place(), topic)), inlet::worked);
    nextCheck = Instant.now().plus(inlet.poll());
  }

  private void disconnect() {
    consumer.ifPresent(
        open -> {
          try {
            open.close(PAUSE);
          } catch (KafkaException e) {
            // It is gone either way; the group notices when its time is up.
            LOG.debug("{}: left without saying so", health.place(), e);
          }
        });
    consumer = Optional.empty();
  }

  @Override
  protected synchronized void doStop() {
    ended = true;
    disconnect();
  }
}
