package io.earshot.console.access.token;

import io.earshot.console.access.Right;
import io.earshot.console.access.Secrets;
import io.earshot.console.http.Json;
import io.earshot.console.http.Problem;
import io.earshot.console.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which programs are let in. Their secrets are not kept. Safe for many threads. */
public final class Tokens {
  /** Uses closer together than this are noted once, to spare the disk. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Store store;
  private final Clock clock;

  public Tokens(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS tokens (
          number INTEGER PRIMARY KEY AUTOINCREMENT, program TEXT NOT NULL,
          digest TEXT NOT NULL UNIQUE, rights TEXT NOT NULL, queues TEXT NOT NULL,
          teams TEXT NOT NULL, created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
          expires_at INTEGER NOT NULL, last_used_at INTEGER)
        """);
    store.widen("tokens", "sources", "TEXT NOT NULL DEFAULT '[]'");
  }

  /** A token and the secret that is shown once. */
  record Made(Token token, String secret) {
    @Override
    public String toString() {
      return "Made[%d]".formatted(token.number());
    }
  }

  Made make(NewToken wanted, String by) {
    if (!wanted.expiresAt().isAfter(clock.instant())) {
      throw Problem.invalid("expires_at lies in the past");
    }
    String secret = Secrets.random();
    long number =
        store.add(
            "INSERT INTO tokens VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
            wanted.program(),
            Secrets.digest(secret),
            Json.text(wanted.rights()),
            Json.text(wanted.queues()),
            Json.text(wanted.teams()),
            clock.instant(),
            by,
            wanted.expiresAt(),
            Json.text(wanted.sources()));
    return new Made(find(number).orElseThrow(), secret);
  }

  /** Latest first. */
  List<Token> all() {
    return store.all(Tokens::token, "SELECT * FROM tokens ORDER BY number DESC");
  }

  Optional<Token> find(long number) {
    return store.first(Tokens::token, "SELECT * FROM tokens WHERE number = ?", number);
  }

  void end(long number) {
    store.change("DELETE FROM tokens WHERE number = ?", number);
  }

  /** The token of a secret, unless it has ended; notes that it is used. */
  public Optional<Token> use(String secret) {
    Instant now = clock.instant();
    Optional<Token> token =
        store
            .first(Tokens::token, "SELECT * FROM tokens WHERE digest = ?", Secrets.digest(secret))
            .filter(known -> now.isBefore(known.expiresAt()));
    token
        .filter(known -> known.lastUsedAt() == null || now.isAfter(known.lastUsedAt().plus(NOTED)))
        .ifPresent(
            known ->
                store.change(
                    "UPDATE tokens SET last_used_at = ? WHERE number = ?", now, known.number()));
    return token;
  }

  private static Token token(ResultSet row) throws SQLException {
    long used = row.getLong("last_used_at");
    return new Token(
        row.getLong("number"),
        row.getString("program"),
        Json.texts(row.getString("rights")).stream()
            .map(code -> Right.valueOf(code.toUpperCase(Locale.ROOT)))
            .toList(),
        Json.texts(row.getString("queues")),
        Json.texts(row.getString("teams")),
        Json.texts(row.getString("sources")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("created_by"),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        used == 0 ? null : Instant.ofEpochMilli(used));
  }
}
