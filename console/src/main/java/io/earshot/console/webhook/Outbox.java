package io.earshot.console.webhook;

import io.earshot.console.store.Store;
import io.earshot.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Webhooks and what they still have to tell, on disk. Safe for many threads. */
final class Outbox {
  /** Beyond this, a webhook that fails is told no more until it works again. */
  private static final int MOST_WAITING = 100_000;

  private final Store store;

  Outbox(Store store) {
    this.store = store;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS webhook (
          number INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL, secret TEXT NOT NULL,
          created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
          delivered INTEGER NOT NULL DEFAULT 0, failing TEXT NOT NULL DEFAULT '')
        """,
        """
        CREATE TABLE IF NOT EXISTS webhook_message (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          webhook INTEGER NOT NULL REFERENCES webhook ON DELETE CASCADE, delivery TEXT NOT NULL,
          body TEXT NOT NULL, noted_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
          next_at INTEGER NOT NULL, UNIQUE (webhook, delivery))
        """,
        "CREATE INDEX IF NOT EXISTS webhook_message_due ON webhook_message (webhook, next_at)");
  }

  /** A message with all it takes to send it. */
  record Message(
      long number,
      long webhook,
      String url,
      String secret,
      String delivery,
      String body,
      Instant notedAt,
      int tries) {}

  List<Webhook> webhooks() {
    return store.all(
        row ->
            new Webhook(
                row.getLong(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getLong(5),
                row.getLong(7),
                row.getString(6)),
        """
        SELECT number, url, created_at, created_by, delivered, failing,
          (SELECT COUNT(*) FROM webhook_message WHERE webhook = webhook.number)
        FROM webhook ORDER BY number
        """);
  }

  List<Long> numbers() {
    return store.all(row -> row.getLong(1), "SELECT number FROM webhook ORDER BY number");
  }

  Optional<Webhook> find(long number) {
    return webhooks().stream().filter(webhook -> webhook.number() == number).findFirst();
  }

  long add(String url, String secret, String user) {
    return store.add(
        "INSERT INTO webhook (url, secret, created_at, created_by) VALUES (?, ?, ?, ?)",
        url,
        secret,
        Instant.now(),
        user);
  }

  boolean remove(long number) {
    return store.change("DELETE FROM webhook WHERE number = ?", number) > 0;
  }

  /** Notes a message for each webhook; the same message twice is one. */
  void note(String body, List<Long> webhooks) {
    Instant now = Instant.now();
    store.together(() -> webhooks.forEach(webhook -> note(body, webhook, now)));
  }

  private void note(String body, long webhook, Instant now) {
    String delivery = ConversationId.ofText(webhook + " " + body).value();
    int noted =
        store.change(
            """
            INSERT OR IGNORE INTO webhook_message (webhook, delivery, body, noted_at, next_at)
            SELECT ?, ?, ?, ?, ? WHERE
              (SELECT COUNT(*) FROM webhook_message WHERE webhook = ?) < ?
            """,
            webhook,
            delivery,
            body,
            now,
            now,
            webhook,
            MOST_WAITING);
    if (noted == 0) {
      failing(webhook, "%d messages wait: further ones are left out".formatted(MOST_WAITING));
    }
  }

  /** Messages of a webhook whose time has come, oldest first. */
  List<Message> due(long webhook, Instant now, int most) {
    return store.all(
        row ->
            new Message(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getInt(8)),
        """
        SELECT m.number, m.webhook, w.url, w.secret, m.delivery, m.body, m.noted_at, m.tries
        FROM webhook_message m JOIN webhook w ON w.number = m.webhook
        WHERE m.webhook = ? AND m.next_at <= ? ORDER BY m.next_at LIMIT ?
        """,
        webhook,
        now,
        most);
  }

  void delivered(Message message) {
    store.together(
        () -> {
          drop(message);
          store.change(
              "UPDATE webhook SET delivered = delivered + 1, failing = '' WHERE number = ?",
              message.webhook());
        });
  }

  void tryAgain(Message message, String why, Instant nextAt) {
    store.together(
        () -> {
          store.change(
              "UPDATE webhook_message SET tries = tries + 1, next_at = ? WHERE number = ?",
              nextAt,
              message.number());
          failing(message.webhook(), why);
        });
  }

  void giveUp(Message message, String why) {
    store.together(
        () -> {
          drop(message);
          failing(message.webhook(), why);
        });
  }

  private void drop(Message message) {
    store.change("DELETE FROM webhook_message WHERE number = ?", message.number());
  }

  private void failing(long webhook, String why) {
    store.change("UPDATE webhook SET failing = ? WHERE number = ?", why, webhook);
  }
}
