package io.earshot.console.access.user;

import io.earshot.console.access.Role;
import io.earshot.console.http.Json;
import io.earshot.console.http.Problem;
import io.earshot.console.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who can sign in. Safe for many threads. */
public final class Users {
  /** The name of the administrator made at the first start. */
  public static final String FIRST = "admin";

  private final Passwords passwords = new Passwords();
  private final Store store;
  private final Clock clock;

  public Users(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    store.prepare(
        """
        CREATE TABLE IF NOT EXISTS users (
          name TEXT PRIMARY KEY COLLATE NOCASE, display_name TEXT NOT NULL, roles TEXT NOT NULL,
          agent TEXT NOT NULL, queues TEXT NOT NULL, teams TEXT NOT NULL,
          may_reveal INTEGER NOT NULL, enabled INTEGER NOT NULL, password TEXT NOT NULL,
          must_change INTEGER NOT NULL, subject TEXT UNIQUE, preferences TEXT NOT NULL,
          created_at INTEGER NOT NULL, last_seen_at INTEGER)
        """);
  }

  /**
   * Makes the first administrator when there is nobody yet.
   *
   * @return the generated password, to be shown once; empty when there are users
   */
  public Optional<String> makeFirst() {
    if (store.number("SELECT COUNT(*) FROM users") > 0) {
      return Optional.empty();
    }
    return Optional.of(add(FIRST, UserRights.of("Administrator", Role.ADMINISTRATOR)));
  }

  /** All users by name. */
  public List<User> all() {
    return store.all(Users::user, "SELECT * FROM users ORDER BY name");
  }

  public Optional<Account> account(String name) {
    return store.first(Users::account, "SELECT * FROM users WHERE name = ?", name);
  }

  /** The user who signs in with a provider under a subject that never changes. */
  public Optional<Account> ofSubject(String subject) {
    return store.first(Users::account, "SELECT * FROM users WHERE subject = ?", subject);
  }

  /**
   * Adds a user.
   *
   * @return the generated password, to be shown once
   * @throws Problem with status 409 when the name is taken
   */
  public String add(String name, UserRights rights) {
    String password = Passwords.generate();
    insert(name, rights, passwords.hash(password), null);
    return password;
  }

  /** Adds a user who signs in with a provider alone. */
  public void addOf(String subject, String name, UserRights rights) {
    insert(name, rights, "", subject);
  }

  private synchronized void insert(
      String name, UserRights rights, String passwordHash, String subject) {
    if (account(name).isPresent()) {
      throw Problem.conflict("There is a user %s already".formatted(name));
    }
    store.change(
        "INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, NULL)",
        name,
        rights.displayName(),
        json(rights.roles()),
        rights.agent(),
        json(rights.queues()),
        json(rights.teams()),
        rights.mayReveal(),
        rights.enabled(),
        passwordHash,
        !passwordHash.isEmpty(),
        subject,
        clock.instant());
  }

  /**
   * Changes what a user may do.
   *
   * @throws Problem with status 409 when nobody would be left to administer
   */
  public synchronized User change(String name, UserRights rights) {
    User changed = require(name).user().with(rights);
    requireAdministratorBeside(changed);
    store.change(
        """
        UPDATE users SET display_name = ?, roles = ?, agent = ?, queues = ?, teams = ?,
          may_reveal = ?, enabled = ? WHERE name = ?
        """,
        rights.displayName(),
        json(rights.roles()),
        rights.agent(),
        json(rights.queues()),
        json(rights.teams()),
        rights.mayReveal(),
        rights.enabled(),
        name);
    return changed;
  }

  /** Removes a user; refused as in {@link #change}. */
  public synchronized void remove(String name) {
    User user = require(name).user();
    requireAdministratorBeside(user.with(UserRights.of(user.displayName())));
    store.change("DELETE FROM users WHERE name = ?", name);
  }

  private void requireAdministratorBeside(User changed) {
    boolean others =
        all().stream()
            .anyMatch(
                user -> user.isAdministrator() && !user.name().equalsIgnoreCase(changed.name()));
    if (!others && !changed.isAdministrator() && require(changed.name()).user().isAdministrator()) {
      throw Problem.conflict(
          "%s is the last administrator: make another one first".formatted(changed.name()));
    }
  }

  /** Gives a user a new generated password, to be changed at the next sign-in. */
  public String resetPassword(String name) {
    require(name);
    String password = Passwords.generate();
    keep(name, password, true);
    return password;
  }

  /**
   * Takes a password that the user chose.
   *
   * @throws Problem with status 400 when it is easy to guess
   */
  public void setPassword(String name, String password) {
    passwords.requireGood(password, require(name).user());
    keep(name, password, false);
  }

  private void keep(String name, String password, boolean mustChange) {
    store.change(
        "UPDATE users SET password = ?, must_change = ? WHERE name = ?",
        passwords.hash(password),
        mustChange,
        name);
  }

  /** Whether this is the user's password. Takes as long when there is no such user. */
  public boolean isPassword(Optional<Account> account, String password) {
    return passwords.fits(password, account.map(Account::passwordHash).orElse(""));
  }

  public void setPreferences(String name, String json) {
    store.change("UPDATE users SET preferences = ? WHERE name = ?", json, name);
  }

  public void seen(String name) {
    store.change("UPDATE users SET last_seen_at = ? WHERE name = ?", clock.instant(), name);
  }

  /**
   * @throws Problem with status 404
   */
  public Account require(String name) {
    return account(name).orElseThrow(() -> Problem.notFound("There is no user %s".formatted(name)));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        user(row),
        row.getString("password"),
        row.getBoolean("must_change"),
        row.getString("preferences"));
  }

  private static User user(ResultSet row) throws SQLException {
    long seen = row.getLong("last_seen_at");
    return new User(
        row.getString("name"),
        row.getString("display_name"),
        Json.texts(row.getString("roles")).stream().map(Role::of).toList(),
        row.getString("agent"),
        Json.texts(row.getString("queues")),
        Json.texts(row.getString("teams")),
        row.getBoolean("may_reveal"),
        row.getBoolean("enabled"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        seen == 0 ? null : Instant.ofEpochMilli(seen));
  }

  private static String json(List<?> list) {
    return Json.text(list);
  }
}
