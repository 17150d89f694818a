package io.earshot.console.store;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig;

/**
 * The console's own data in one SQLite file. What was written is on disk when a method returns.
 * Safe for many threads, which take turns: every statement here takes well under a millisecond.
 *
 * <p>All methods throw an {@link EarshotException} of kind EXHAUSTED when the disk is full or
 * fails.
 */
public final class Store implements AutoCloseable {
  private final Path file;
  private final Connection connection;

  private Store(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file, made if need be, readable by its owner alone. */
  public static Store open(Path file) {
    try {
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.enforceForeignKeys(true);
      config.setBusyTimeout(10_000);
      // Another process may write meanwhile: who begins to change waits for it.
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      Store store = new Store(file, config.createConnection("jdbc:sqlite:" + file));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return store;
    } catch (IOException | SQLException e) {
      throw EarshotException.exhausted(
          "%s can't be opened (%s): free space or mend its rights".formatted(file, e.getMessage()),
          e);
    }
  }

  /** Reads one row as a value. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs statements that make tables, each written so that running it again changes nothing. */
  public synchronized void prepare(String... statements) {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Adds a column to a table that an earlier version made without it. */
  public void widen(String table, String column, String type) {
    if (number("SELECT COUNT(*) FROM pragma_table_info(?) WHERE name = ?", table, column) == 0) {
      prepare("ALTER TABLE %s ADD COLUMN %s %s".formatted(table, column, type));
    }
  }

  /** All rows of a query. Values: text, numbers, booleans, times; null where absent. */
  public synchronized <T> List<T> all(Row<T> row, String sql, Object... values) {
    try (PreparedStatement statement = statement(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The first row of a query. */
  public <T> Optional<T> first(Row<T> row, String sql, Object... values) {
    return all(row, sql, values).stream().findFirst();
  }

  /** A count, or another whole number; 0 where there is no row. */
  public long number(String sql, Object... values) {
    return first(row -> row.getLong(1), sql, values).orElse(0L);
  }

  /** Changes rows; returns how many. */
  public synchronized int change(String sql, Object... values) {
    try (PreparedStatement statement = statement(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Adds a row; returns its number. */
  public synchronized long add(String sql, Object... values) {
    change(sql, values);
    return number("SELECT last_insert_rowid()");
  }

  /** Does several changes as one: all or none. */
  public void together(Runnable changes) {
    together(
        () -> {
          changes.run();
          return null;
        });
  }

  /** Reads and changes as one: what was read is still so when the changes are kept. */
  public synchronized <T> T together(Supplier<T> changes) {
    try {
      connection.setAutoCommit(false);
      try {
        T result = changes.get();
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PreparedStatement statement(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, plain(values[i]));
    }
    return statement;
  }

  private static Object plain(Object value) {
    if (value instanceof Instant time) {
      return time.toEpochMilli();
    }
    return value instanceof Boolean flag ? Integer.valueOf(flag ? 1 : 0) : value;
  }

  private EarshotException failed(SQLException cause) {
    return EarshotException.exhausted(
        "%s can't be used (%s): free space or mend its rights".formatted(file, cause.getMessage()),
        cause);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
