package io.earshot.console.review;

import io.earshot.console.conversation.Archived;
import io.earshot.console.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps comments. Safe for many threads. */
public final class Comments {
  private final Store store;
  private final Clock clock;

  /** Comments in a store, whose table is made if need be. */
  public Comments(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS comment (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          conversation TEXT NOT NULL,
          agent TEXT NOT NULL,
          queue TEXT NOT NULL,
          text TEXT NOT NULL,
          start_ms INTEGER NOT NULL,
          end_ms INTEGER,
          turn INTEGER,
          coaching INTEGER NOT NULL,
          author TEXT NOT NULL,
          at INTEGER NOT NULL,
          changed_at INTEGER)""",
        "CREATE INDEX IF NOT EXISTS comment_conversation ON comment (conversation)",
        "CREATE INDEX IF NOT EXISTS comment_agent ON comment (agent)");
  }

  Comment add(Archived kept, NewComment comment, String author) {
    long number =
        store.add(
            """
            INSERT INTO comment
              (conversation, agent, queue, text, start_ms, end_ms, turn, coaching, author, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            kept.conversation().id().value(),
            kept.agent(),
            kept.queue(),
            comment.text(),
            comment.startMs(),
            comment.endMs(),
            comment.turn(),
            comment.coaching(),
            author,
            clock.instant());
    return find(number).orElseThrow();
  }

  Comment change(long number, NewComment comment) {
    store.change(
        "UPDATE comment SET text = ?, start_ms = ?, end_ms = ?, turn = ?, coaching = ?,"
            + " changed_at = ? WHERE number = ?",
        comment.text(),
        comment.startMs(),
        comment.endMs(),
        comment.turn(),
        comment.coaching(),
        clock.instant(),
        number);
    return find(number).orElseThrow();
  }

  void delete(long number) {
    store.change("DELETE FROM comment WHERE number = ?", number);
  }

  Optional<Comment> find(long number) {
    return store.first(Comments::read, "SELECT * FROM comment WHERE number = ?", number);
  }

  /** All on a conversation, in the order of their moments. */
  List<Comment> of(String conversation) {
    return store.all(
        Comments::read,
        "SELECT * FROM comment WHERE conversation = ? ORDER BY start_ms, turn, number",
        conversation);
  }

  /** All on an agent's conversations, latest first. */
  List<Comment> ofAgent(String agent) {
    return store.all(
        Comments::read,
        "SELECT * FROM comment WHERE agent = ? ORDER BY at DESC, number DESC",
        agent);
  }

  private static Comment read(ResultSet row) throws SQLException {
    return new Comment(
        row.getLong("number"),
        row.getString("conversation"),
        row.getString("text"),
        row.getLong("start_ms"),
        whole(row, "end_ms").orElse(null),
        whole(row, "turn").map(Long::intValue).orElse(null),
        row.getBoolean("coaching"),
        row.getString("author"),
        Instant.ofEpochMilli(row.getLong("at")),
        whole(row, "changed_at").map(Instant::ofEpochMilli).orElse(null),
        row.getString("agent"),
        row.getString("queue"));
  }

  private static Optional<Long> whole(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
