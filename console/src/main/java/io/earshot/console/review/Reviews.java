package io.earshot.console.review;

import io.earshot.console.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Keeps reviews: of each finding one from each reviewer. Safe for many threads. */
public final class Reviews {
  private final Store store;
  private final Clock clock;

  /** Reviews in a store, whose table is made if need be. */
  public Reviews(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS review (
          number INTEGER PRIMARY KEY,
          conversation TEXT NOT NULL,
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          turn INTEGER NOT NULL,
          verdict TEXT NOT NULL,
          correct_name TEXT NOT NULL,
          note TEXT NOT NULL,
          reviewer TEXT NOT NULL,
          at INTEGER NOT NULL,
          UNIQUE (conversation, kind, name, turn, reviewer))""");
  }

  /** Keeps what somebody says, in the place of what the same one said of the finding before. */
  Review keep(String conversation, NewReview review, String reviewer) {
    store.change(
        """
        INSERT INTO review
          (conversation, kind, name, turn, verdict, correct_name, note, reviewer, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (conversation, kind, name, turn, reviewer) DO UPDATE SET
          verdict = excluded.verdict, correct_name = excluded.correct_name,
          note = excluded.note, at = excluded.at""",
        conversation,
        review.kind(),
        review.name(),
        review.turn(),
        review.verdict().code(),
        review.correctName(),
        review.note(),
        reviewer,
        clock.instant());
    return store
        .first(
            Reviews::read,
            "SELECT * FROM review WHERE conversation = ? AND kind = ? AND name = ? AND turn = ?"
                + " AND reviewer = ?",
            conversation,
            review.kind(),
            review.name(),
            review.turn(),
            reviewer)
        .orElseThrow();
  }

  /** All of a conversation, oldest first. */
  List<Review> of(String conversation) {
    return store.all(
        Reviews::read,
        "SELECT * FROM review WHERE conversation = ? ORDER BY at, number",
        conversation);
  }

  /** All of single turns and one kind, by conversation and turn, latest first. */
  List<Review> ofTurns(String kind) {
    return store.all(
        Reviews::read,
        "SELECT * FROM review WHERE kind = ? AND turn >= 0"
            + " ORDER BY conversation, turn, at DESC, number DESC",
        kind);
  }

  private static Review read(ResultSet row) throws SQLException {
    return new Review(
        row.getLong("number"),
        row.getString("conversation"),
        row.getString("kind"),
        row.getString("name"),
        row.getInt("turn"),
        Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
        row.getString("correct_name"),
        row.getString("note"),
        row.getString("reviewer"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
