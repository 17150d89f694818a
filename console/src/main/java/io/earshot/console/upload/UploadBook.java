package io.earshot.console.upload;

import io.earshot.console.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows that tell of uploads, on disk. Safe for many threads. */
final class UploadBook {
  /** Conversations of one upload that are asked about at a time. */
  static final int SHOWN = 1_000;

  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final Store store;

  UploadBook(Store store) {
    this.store = store;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS upload (
          number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, bytes INTEGER NOT NULL,
          file TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, user TEXT NOT NULL,
          at INTEGER NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS upload_conversation (
          upload INTEGER NOT NULL REFERENCES upload ON DELETE CASCADE, conversation TEXT NOT NULL,
          status TEXT NOT NULL, reason TEXT, PRIMARY KEY (upload, conversation)) WITHOUT ROWID
        """);
    store.change(
        "DELETE FROM upload WHERE state = 'taken' AND at < ?", Instant.now().minus(REMEMBERED));
  }

  /** A row. In state {@code waiting} it is to be taken in, then {@code taken} or {@code failed}. */
  record Row(
      long number, String name, long bytes, Path file, String state, String reason, String user) {
    boolean isTaken() {
      return state.equals("taken");
    }

    boolean isFailed() {
      return state.equals("failed");
    }
  }

  private List<Row> rows(String condition, Object... values) {
    return store.all(
        row ->
            new Row(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                Path.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7)),
        "SELECT number, name, bytes, file, state, reason, user FROM upload WHERE "
            + condition
            + " ORDER BY number",
        values);
  }

  long add(String name, long bytes, Path file, String user) {
    return store.add(
        "INSERT INTO upload (name, bytes, file, state, reason, user, at)"
            + " VALUES (?, ?, ?, 'waiting', '', ?, ?)",
        name,
        bytes,
        file.toString(),
        user,
        Instant.now());
  }

  Optional<Row> find(long number) {
    return rows("number = ?", number).stream().findFirst();
  }

  /** Those not taken in yet, failed ones included. */
  List<Row> untaken() {
    return rows("state <> 'taken'");
  }

  List<Row> waiting() {
    return rows("state = 'waiting'");
  }

  void taken(long number, List<String> conversations) {
    store.together(
        () -> {
          conversations.forEach(
              id ->
                  store.change(
                      "INSERT OR IGNORE INTO upload_conversation VALUES (?, ?, 'in_flight', NULL)",
                      number,
                      id));
          store.change("UPDATE upload SET state = 'taken', reason = '' WHERE number = ?", number);
        });
  }

  void put(long number, String state, String reason) {
    store.change("UPDATE upload SET state = ?, reason = ? WHERE number = ?", state, reason, number);
  }

  List<UploadedConversation> conversations(long number, String condition) {
    return store.all(
        row -> new UploadedConversation(row.getString(1), row.getString(2), row.getString(3)),
        "SELECT conversation, status, reason FROM upload_conversation WHERE upload = ? AND "
            + condition
            + " LIMIT "
            + SHOWN,
        number);
  }

  long count(long number, String condition) {
    return store.number(
        "SELECT COUNT(*) FROM upload_conversation WHERE upload = ? AND " + condition, number);
  }

  void ended(long number, List<UploadedConversation> ended) {
    if (!ended.isEmpty()) {
      store.together(
          () ->
              ended.forEach(
                  one ->
                      store.change(
                          "UPDATE upload_conversation SET status = ?, reason = ?"
                              + " WHERE upload = ? AND conversation = ?",
                          one.status(),
                          one.reason(),
                          number,
                          one.id())));
    }
  }
}
