package io.earshot.console.finding;

import io.earshot.console.access.Caller;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Searches that people keep. One sees the own ones and those others share, and changes the own ones
 * alone. A shared search shares its conditions, never what they find: each caller finds within the
 * own scope.
 */
final class SavedSearches {
  private static final int MOST = 500;

  private final Store store;
  private final Clock clock;

  SavedSearches(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS saved_search (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          title TEXT NOT NULL,
          search TEXT NOT NULL,
          shared INTEGER NOT NULL,
          owner TEXT NOT NULL,
          saved_at INTEGER NOT NULL)""");
  }

  void register(Api api) {
    api.on("getSearches", Right.SEARCH, call -> Reply.ok(all(call.caller())))
        .on("saveSearch", Right.SEARCH, call -> Reply.created(save(call)))
        .on("changeSearch", Right.SEARCH, call -> Reply.ok(change(call)))
        .on("deleteSearch", Right.SEARCH, this::delete);
  }

  private List<SavedSearch> all(Caller caller) {
    return store.all(
        SavedSearches::row,
        "SELECT * FROM saved_search WHERE owner = ? OR shared = 1"
            + " ORDER BY title COLLATE NOCASE, number",
        caller.name());
  }

  private SavedSearch save(Call call) {
    String owner = call.caller().name();
    if (store.number("SELECT count(*) FROM saved_search WHERE owner = ?", owner) >= MOST) {
      throw Problem.conflict("%d searches are kept already; delete some first".formatted(MOST));
    }
    SavedSearch.Draft draft = call.body(SavedSearch.Draft.class);
    long number =
        store.add(
            "INSERT INTO saved_search (title, search, shared, owner, saved_at)"
                + " VALUES (?, ?, ?, ?, ?)",
            draft.title(),
            draft.search(),
            draft.shared(),
            owner,
            clock.instant());
    return visible(number, call.caller());
  }

  private SavedSearch change(Call call) {
    long number = own(call);
    SavedSearch.Draft draft = call.body(SavedSearch.Draft.class);
    store.change(
        "UPDATE saved_search SET title = ?, search = ?, shared = ?, saved_at = ? WHERE number = ?",
        draft.title(),
        draft.search(),
        draft.shared(),
        clock.instant(),
        number);
    return visible(number, call.caller());
  }

  private Reply delete(Call call) {
    store.change("DELETE FROM saved_search WHERE number = ?", own(call));
    return Reply.done();
  }

  private long own(Call call) {
    SavedSearch found = visible(call.whole("number"), call.caller());
    if (!found.by().equals(call.caller().name())) {
      throw Problem.forbidden("Only %s can change this search".formatted(found.by()));
    }
    return found.number();
  }

  private SavedSearch visible(long number, Caller caller) {
    return store
        .first(
            SavedSearches::row,
            "SELECT * FROM saved_search WHERE number = ? AND (owner = ? OR shared = 1)",
            number,
            caller.name())
        .orElseThrow(() -> Problem.notFound("There is no such search"));
  }

  private static SavedSearch row(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getLong("number"),
        row.getString("title"),
        row.getString("search"),
        row.getBoolean("shared"),
        row.getString("owner"),
        Instant.ofEpochMilli(row.getLong("saved_at")));
  }
}
