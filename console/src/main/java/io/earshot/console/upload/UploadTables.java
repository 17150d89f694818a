package io.earshot.console.upload;

import io.earshot.console.store.Store;

/** The tables of the {@link UploadBook}, and what brings those of earlier versions up to date. */
final class UploadTables {
  private UploadTables() {}

  static void prepare(Store store) {
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
        """,
        """
        CREATE TABLE IF NOT EXISTS upload_file (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          upload INTEGER NOT NULL REFERENCES upload ON DELETE CASCADE, name TEXT NOT NULL,
          file TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL)
        """);
    store.widen("upload", "told", "TEXT NOT NULL DEFAULT ''");
    store.widen("upload", "request_key", "TEXT NOT NULL DEFAULT ''");
    store.widen("upload", "length", "INTEGER NOT NULL DEFAULT -1");
    store.widen("upload_conversation", "known", "INTEGER NOT NULL DEFAULT 0");
    store.prepare(
        """
        CREATE UNIQUE INDEX IF NOT EXISTS upload_request_key ON upload (user, request_key)
          WHERE request_key <> ''
        """,
        "CREATE INDEX IF NOT EXISTS upload_file_upload ON upload_file (upload)");
    store.together(() -> fromOneFileEach(store));
  }

  /** An earlier version had one file an upload, in the same row. */
  private static void fromOneFileEach(Store store) {
    store.change(
        """
        INSERT INTO upload_file (upload, name, file, state, reason)
          SELECT number, name, file, state, reason FROM upload
          WHERE file <> '' AND state <> 'arriving'
        """);
    store.change("UPDATE upload SET file = '' WHERE state <> 'arriving'");
  }
}
