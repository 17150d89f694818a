package io.earshot.console.webhook;

import io.earshot.console.event.Finished;
import io.earshot.console.event.FinishedListener;
import io.earshot.console.http.Json;
import io.earshot.console.http.Problem;
import io.earshot.console.store.Store;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Tells other programs of finished conversations: at least once, in no promised order. A program
 * that is slow or down holds up no other one. Safe for many threads.
 */
public final class Webhooks implements FinishedListener, AutoCloseable {
  private static final int MOST = 50;

  private final WebhookSettings settings;
  private final Outbox outbox;
  private final Destination destination;
  private volatile List<Long> known;
  private volatile Optional<Dispatcher> dispatcher = Optional.empty();

  /** Nothing is sent before {@link #start}; what is to be sent is noted at once. */
  public Webhooks(WebhookSettings settings, Store store) {
    this(settings, store, InetAddress::getAllByName);
  }

  Webhooks(WebhookSettings settings, Store store, Destination.Resolver resolver) {
    this.settings = settings;
    this.outbox = new Outbox(store);
    this.destination = new Destination(settings.plainHosts(), resolver);
    this.known = outbox.numbers();
  }

  /** Begins to send, also what an earlier process left. */
  public void start(Vertx vertx) {
    Messenger messenger = new Messenger(vertx, destination, settings.timeout());
    Backoff backoff = new Backoff(new SecureRandom());
    Dispatcher started = new Dispatcher(outbox, messenger, backoff, settings.giveUp());
    dispatcher = Optional.of(started);
    started.start();
  }

  @Override
  public void finished(Finished conversation) {
    List<Long> webhooks = known;
    if (!webhooks.isEmpty()) {
      outbox.note(Json.text(conversation), webhooks);
      dispatcher.ifPresent(Dispatcher::wake);
    }
  }

  List<Webhook> all() {
    return outbox.webhooks();
  }

  /** A new webhook, with the secret that is never shown again. */
  record Added(Webhook webhook, String secret) {}

  synchronized Added add(String url, String user) {
    if (known.size() >= MOST) {
      throw Problem.conflict("There are %d webhooks already: remove one".formatted(MOST));
    }
    destination.address(url);
    String secret = Signature.newSecret();
    long number = outbox.add(url, secret, user);
    known = outbox.numbers();
    return new Added(outbox.find(number).orElseThrow(), secret);
  }

  /** Returns false when there was none. What it was still to be told is dropped. */
  synchronized boolean remove(long number) {
    boolean removed = outbox.remove(number);
    known = outbox.numbers();
    return removed;
  }

  @Override
  public void close() {
    dispatcher.ifPresent(Dispatcher::close);
  }
}
