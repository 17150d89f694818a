package io.earshot.console.access.session;

import io.earshot.console.access.Secrets;
import io.earshot.console.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in. Kept on disk, so that a restart signs nobody out; the ids themselves are not
 * kept, so that who reads the disk can't use them. Safe for many threads.
 */
public final class Sessions {
  /** Uses closer together than this are noted once, to spare the disk. */
  private static final Duration NOTED = Duration.ofSeconds(20);

  private final Store store;
  private final SessionSettings settings;
  private final Clock clock;

  public Sessions(Store store, SessionSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS sessions (
          key TEXT PRIMARY KEY, user TEXT NOT NULL COLLATE NOCASE, csrf_token TEXT NOT NULL,
          created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS sessions_of ON sessions (user)");
  }

  /**
   * Begins a session.
   *
   * @return its id, for the cookie
   */
  String begin(String user) {
    Instant now = clock.instant();
    store.change(
        "DELETE FROM sessions WHERE seen_at < ? OR created_at < ?",
        now.minus(settings.idle()),
        now.minus(settings.longest()));
    String id = Secrets.random();
    store.change(
        "INSERT INTO sessions VALUES (?, ?, ?, ?, ?)",
        Secrets.digest(id),
        user,
        Secrets.random(),
        now,
        now);
    return id;
  }

  /** The session of an id, unless it has ended. */
  Optional<Session> find(String id) {
    return ofKey(Secrets.digest(id));
  }

  Optional<Session> ofKey(String key) {
    return store
        .first(
            row ->
                new Session(
                    row.getString("key"),
                    row.getString("user"),
                    row.getString("csrf_token"),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("seen_at"))),
            "SELECT * FROM sessions WHERE key = ?",
            key)
        .filter(this::goesOn);
  }

  private boolean goesOn(Session session) {
    Instant now = clock.instant();
    return now.isBefore(session.seenAt().plus(settings.idle()))
        && now.isBefore(session.createdAt().plus(settings.longest()));
  }

  /**
   * Notes that a session is used.
   *
   * @return whether it was not noted just before
   */
  boolean used(Session session) {
    Instant now = clock.instant();
    if (now.isBefore(session.seenAt().plus(NOTED))) {
      return false;
    }
    store.change("UPDATE sessions SET seen_at = ? WHERE key = ?", now, session.key());
    return true;
  }

  void end(String key) {
    store.change("DELETE FROM sessions WHERE key = ?", key);
  }

  Clock clock() {
    return clock;
  }

  /** Ends all sessions of a user but one. */
  void endOthers(String user, String key) {
    store.change("DELETE FROM sessions WHERE user = ? AND key <> ?", user, key);
  }

  /** Ends all sessions of a user. */
  public void endAll(String user) {
    endOthers(user, "");
  }
}
