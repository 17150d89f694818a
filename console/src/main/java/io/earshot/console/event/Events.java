package io.earshot.console.event;

import io.earshot.console.access.Gate;
import io.earshot.console.access.Right;
import io.earshot.console.access.audit.AuditEntry;
import io.earshot.console.http.Json;
import io.earshot.console.http.Problem;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The open pages, and what they are told: {@code progress} while there is work, {@code finished}
 * for each conversation within their scope, {@code alarm} for those who operate. Safe for many
 * threads; nothing here ever waits for a page.
 */
public final class Events implements FinishedListener, AutoCloseable {
  private static final String HEARTBEAT = ":\n\n";

  private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final Supplier<Progress> progress;
  private final Gate gate;
  private final Pace pace;
  private volatile boolean idle = true;
  private boolean ticking;

  /**
   * Nobody listens yet.
   *
   * @param progress is asked on worker threads while somebody listens
   */
  public Events(Supplier<Progress> progress, Gate gate) {
    this(progress, gate, Pace.USUAL);
  }

  Events(Supplier<Progress> progress, Gate gate, Pace pace) {
    this.progress = progress;
    this.gate = gate;
    this.pace = pace;
  }

  /** Begins to send to a page, on its event loop, until it goes or its user signs out. */
  void open(EventClient client) {
    String name = client.caller().name();
    long others = clients.stream().filter(one -> one.caller().name().equals(name)).count();
    if (others >= pace.mostPerUser()) {
      throw Problem.tooMany("%d pages of yours listen already: close some".formatted(others), 30);
    }
    Vertx vertx = client.vertx();
    add(client, vertx);
    long beat = vertx.setPeriodic(pace.heartbeat().toMillis(), timer -> beat(client, vertx));
    client.open(
        () -> {
          vertx.cancelTimer(beat);
          clients.remove(client);
        });
  }

  private synchronized void add(EventClient client, Vertx vertx) {
    clients.add(client);
    idle = false; // a new page is told at once that there is nothing to do, too
    if (!ticking) {
      ticking = true;
      vertx.setPeriodic(pace.progress().toMillis(), timer -> tick(vertx, timer));
    }
  }

  private void tick(Vertx vertx, long timer) {
    if (nobodyListens()) {
      vertx.cancelTimer(timer);
    } else if (asking.compareAndSet(false, true)) {
      vertx
          .executeBlocking(progress::get, false)
          .onSuccess(this::tell)
          .onComplete(told -> asking.set(false));
    }
  }

  private synchronized boolean nobodyListens() {
    ticking = !clients.isEmpty();
    return !ticking;
  }

  /** Tells of work; that there is none only once. */
  private void tell(Progress now) {
    if (!now.idle() || !idle) {
      idle = now.idle();
      String all = event("progress", now);
      String figures = event("progress", now.figures());
      clients.forEach(client -> client.send(client.caller().may(Right.OPERATE) ? all : figures));
    }
  }

  private void beat(EventClient client, Vertx vertx) {
    vertx
        .executeBlocking(() -> gate.stillAdmits(client.request()), false)
        .onSuccess(
            admitted -> {
              if (admitted) {
                client.send(HEARTBEAT);
              } else {
                client.end();
              }
            });
  }

  /** How many pages listen. */
  int listening() {
    return clients.size();
  }

  private record Ended(String id, String status, String channel) {}

  @Override
  public void finished(Finished one) {
    if (clients.isEmpty()) {
      return;
    }
    String text = event("finished", new Ended(one.id(), one.status(), one.channel()));
    clients.stream()
        .filter(client -> client.caller().scope().covers(one.agent(), one.queue()))
        .forEach(client -> client.send(text));
  }

  /** Tells those who operate of an alarm. */
  public void alarm(AuditEntry entry) {
    String text = event("alarm", entry);
    clients.stream()
        .filter(client -> client.caller().may(Right.OPERATE))
        .forEach(client -> client.send(text));
  }

  private static String event(String name, Object data) {
    return "event: %s\ndata: %s\n\n".formatted(name, Json.text(data));
  }

  @Override
  public void close() {
    clients.forEach(EventClient::end);
  }
}
