package io.earshot.console.webhook;

import io.earshot.console.store.Chores;
import io.earshot.console.webhook.Outbox.Message;
import io.earshot.conversation.EarshotException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages out of the outbox when their time has come, a few at a time for each webhook, and
 * notes what became of them. All but the sending itself is done in one thread.
 */
final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int AT_ONCE_EACH = 4;
  private static final long LOOK_MS = 1_000;

  private final Chores chores = new Chores("earshot-webhooks");
  private final Map<Long, Set<Long>> onTheWay = new HashMap<>();
  private final Outbox outbox;
  private final Messenger messenger;
  private final Backoff backoff;
  private final Duration giveUp;

  Dispatcher(Outbox outbox, Messenger messenger, Backoff backoff, Duration giveUp) {
    this.outbox = outbox;
    this.messenger = messenger;
    this.backoff = backoff;
    this.giveUp = giveUp;
  }

  void start() {
    chores.every(LOOK_MS, this::look);
  }

  /** There may be something to send. */
  void wake() {
    chores.now(this::look);
  }

  private void look() {
    try {
      outbox.numbers().forEach(this::send);
    } catch (EarshotException e) { // an edge: the next look may find everything in order
      LOG.warn("Webhooks are put off: {}", e.getMessage());
    }
  }

  private void send(long webhook) {
    Set<Long> sending = onTheWay.computeIfAbsent(webhook, number -> new HashSet<>());
    int free = AT_ONCE_EACH - sending.size();
    if (free > 0) {
      outbox.due(webhook, Instant.now(), 2 * AT_ONCE_EACH).stream()
          .filter(message -> !sending.contains(message.number()))
          .limit(free)
          .forEach(this::send);
    }
  }

  private void send(Message message) {
    onTheWay.get(message.webhook()).add(message.number());
    messenger
        .send(message)
        .onComplete(
            sent ->
                chores.now(() -> settle(message, sent.succeeded() ? "" : reason(sent.cause()))));
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private void settle(Message message, String failure) {
    try {
      note(message, failure);
    } catch (EarshotException e) { // it is sent once more, which the receiver can tell
      LOG.warn("What became of a webhook's message can't be noted: {}", e.getMessage());
    } finally {
      onTheWay.get(message.webhook()).remove(message.number());
    }
    look();
  }

  private void note(Message message, String failure) {
    if (failure.isEmpty()) {
      outbox.delivered(message);
      return;
    }
    Instant nextAt = Instant.now().plus(backoff.after(message.tries() + 1));
    if (nextAt.isBefore(message.notedAt().plus(giveUp))) {
      outbox.tryAgain(message, failure, nextAt);
    } else {
      outbox.giveUp(message, "%s; given up after %d tries".formatted(failure, message.tries() + 1));
      LOG.warn("Webhook {} was not told of a conversation: {}", message.webhook(), failure);
    }
  }

  @Override
  public void close() {
    chores.close();
    messenger.close();
  }
}
