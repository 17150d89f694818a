package io.earshot.console.upload;

import io.earshot.console.store.Store;
import io.earshot.console.upload.UploadTaker.Given;
import io.earshot.console.upload.UploadTaker.Kept;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    UploadTables.prepare(store);
    store.change(
        """
        DELETE FROM upload WHERE state <> 'arriving' AND at < ? AND NOT EXISTS
          (SELECT 1 FROM upload_file WHERE upload = upload.number AND state <> 'taken')
        """,
        Instant.now().minus(REMEMBERED));
  }

  /**
   * An upload.
   *
   * @param bytes of it all; of one that arrives, those that are safe
   * @param file where it arrives
   * @param length as its sender announced it; -1 when that was not told
   * @param at when something of it came last
   */
  record Row(
      long number,
      String name,
      long bytes,
      Path file,
      boolean arriving,
      String user,
      Told told,
      long length,
      Instant at) {}

  /** A file of an upload. In state {@code waiting} it is to be taken in. */
  record FileRow(
      long number,
      long upload,
      String name,
      String state,
      String reason,
      String user,
      Given given) {
    boolean isTaken() {
      return state.equals("taken");
    }

    boolean isFailed() {
      return state.equals("failed");
    }
  }

  List<Row> uploads(String condition, Object... values) {
    return store.all(
        UploadBook::row,
        "SELECT number, name, bytes, file, state, user, told, length, at FROM upload WHERE "
            + condition
            + " ORDER BY number",
        values);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        Path.of(row.getString(4)),
        row.getString(5).equals(Upload.ARRIVING),
        row.getString(6),
        Told.of(row.getString(7)),
        row.getLong(8),
        Instant.ofEpochMilli(row.getLong(9)));
  }

  Optional<Row> find(long number) {
    return uploads("number = ?", number).stream().findFirst();
  }

  /** The upload that a user's request of this key began. */
  Optional<Row> find(String user, String key) {
    return uploads("user = ? AND request_key = ?", user, key).stream().findFirst();
  }

  List<FileRow> files(String condition, Object... values) {
    return store.all(
        row ->
            new FileRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                new Given(Path.of(row.getString(4)), Told.of(row.getString(8)))),
        """
        SELECT f.number, f.upload, f.name, f.file, f.state, f.reason, u.user, u.told
          FROM upload_file f JOIN upload u ON u.number = f.upload WHERE\s"""
            + condition
            + " ORDER BY f.number",
        values);
  }

  /** Notes an upload that arrives bit by bit. */
  long begin(String name, Path file, Told told, String user, String key, long length) {
    return store.add(
        """
        INSERT INTO upload (name, bytes, file, state, reason, user, at, told, request_key, length)
          VALUES (?, 0, ?, 'arriving', '', ?, ?, ?, ?, ?)
        """,
        name,
        file.toString(),
        user,
        Instant.now(),
        told.json(),
        key,
        length);
  }

  void arrived(long number, long bytes, long length) {
    store.change(
        "UPDATE upload SET bytes = ?, length = ?, at = ? WHERE number = ?",
        bytes,
        length,
        Instant.now(),
        number);
  }

  void remove(long number) {
    store.change("DELETE FROM upload WHERE number = ?", number);
  }

  /** Notes an upload whose files are all there. */
  long add(List<String> names, List<Path> files, long bytes, Told told, String user, String key) {
    return store.together(
        () -> {
          long number =
              store.add(
                  """
                  INSERT INTO upload (name, bytes, file, state, reason, user, at, told, request_key)
                    VALUES (?, ?, '', 'whole', '', ?, ?, ?, ?)
                  """,
                  names.get(0),
                  bytes,
                  user,
                  Instant.now(),
                  told.json(),
                  key);
          addFiles(number, names, files);
          return number;
        });
  }

  /** The file of an upload that arrived bit by bit is all there. */
  void completed(Row upload, Path file) {
    store.together(
        () -> {
          store.change(
              "UPDATE upload SET state = 'whole', file = '', length = bytes WHERE number = ?",
              upload.number());
          addFiles(upload.number(), List.of(upload.name()), List.of(file));
        });
  }

  private void addFiles(long number, List<String> names, List<Path> files) {
    for (int i = 0; i < files.size(); i++) {
      store.change(
          "INSERT INTO upload_file (upload, name, file, state, reason)"
              + " VALUES (?, ?, ?, 'waiting', '')",
          number,
          names.get(i),
          files.get(i).toString());
    }
  }

  /** A file is in the vault; what was told of it is forgotten with the upload's last one. */
  void taken(FileRow file, List<Kept> conversations) {
    store.together(
        () -> {
          conversations.forEach(
              one ->
                  store.change(
                      """
                      INSERT OR IGNORE INTO upload_conversation
                        VALUES (?, ?, 'in_flight', NULL, ?)
                      """,
                      file.upload(),
                      one.id(),
                      one.known()));
          put(file, "taken", "");
          store.change(
              """
              UPDATE upload SET told = '' WHERE number = ? AND NOT EXISTS
                (SELECT 1 FROM upload_file WHERE upload = upload.number AND state <> 'taken')
              """,
              file.upload());
        });
  }

  void put(FileRow file, String state, String reason) {
    store.change(
        "UPDATE upload_file SET state = ?, reason = ? WHERE number = ?",
        state,
        reason,
        file.number());
  }

  List<UploadedConversation> conversations(long number, String condition) {
    return store.all(
        row ->
            new UploadedConversation(
                row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
        "SELECT conversation, status, reason, known FROM upload_conversation"
            + " WHERE upload = ? AND "
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
