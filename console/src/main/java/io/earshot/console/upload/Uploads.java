package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import io.earshot.console.store.Store;
import io.earshot.console.upload.UploadBook.Row;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * All uploads: those that arrive, those that wait, and what became of the others. What was
 * acknowledged is taken in, also by the next process. Safe for many threads.
 */
public final class Uploads implements AutoCloseable {
  private final UploadSettings settings;
  private final UploadFolder folder;
  private final UploadBook book;
  private final UploadTaker taker;
  private final Senders senders;
  private final UploadWorker worker;
  private final LongSupplier room;

  /**
   * Uploads under a folder; nothing is read or done before {@link #start}.
   *
   * @param partnerWait how long after a user's last file the other half of a call may still come
   * @param room bytes that may still be written
   */
  public Uploads(
      UploadSettings settings,
      Path folder,
      Store store,
      UploadTaker taker,
      Duration partnerWait,
      LongSupplier room) {
    this.settings = settings;
    this.folder = new UploadFolder(folder);
    this.book = new UploadBook(store);
    this.taker = taker;
    this.senders = new Senders(settings.atOnce(), partnerWait);
    this.worker = new UploadWorker(book, this.folder, taker, senders);
    this.room = room;
  }

  /** Goes on with what an earlier process acknowledged, and removes what it did not. */
  public void start() {
    folder.open();
    List<Row> untaken = book.untaken();
    Set<Path> known = untaken.stream().map(Row::file).collect(Collectors.toSet());
    folder.removeUnknown(known::contains);
    for (Row row : untaken) {
      boolean there = Files.exists(row.file());
      book.put(row.number(), there ? "waiting" : "failed", there ? "" : "Its file is gone");
    }
    worker.wake();
  }

  /**
   * Where a file may arrive.
   *
   * @param most bytes it may have
   */
  record Place(Path file, long most) {}

  /**
   * A place for a file that begins to arrive; to be ended by {@link #keep} or {@link #discard}.
   *
   * @param announced its bytes; 0 when its sender does not say
   */
  Place begin(String user, long announced) {
    if (announced > settings.maxBytes()) {
      throw tooLarge(announced);
    }
    requireRoom(announced);
    if (!senders.begin(user)) {
      throw Problem.tooMany("%d uploads arrive already".formatted(settings.atOnce()), 5);
    }
    return new Place(folder.arriving(), Math.min(settings.maxBytes(), room.getAsLong()));
  }

  /** Why a file of more than these bytes is not taken. */
  Problem tooLarge(long bytes) {
    return bytes > settings.maxBytes()
        ? Problem.tooLarge(
            "A file may have %d bytes (uploads.max_file); lay larger ones into a watched folder"
                .formatted(settings.maxBytes()))
        : noRoom();
  }

  private void requireRoom(long bytes) {
    if (bytes >= room.getAsLong()) {
      throw noRoom();
    }
  }

  private static Problem noRoom() {
    return Problem.full("The disk has no room for this file: free some space");
  }

  /** The file is whole and on disk: from now on it is ours. */
  Upload keep(Path arrived, String name, String user) {
    try {
      return kept(arrived, name, user);
    } finally {
      senders.end(user);
    }
  }

  private Upload kept(Path arrived, String name, String user) {
    long bytes = size(arrived);
    Path file = folder.keep(arrived, name, user);
    long number = book.add(name, bytes, file, user);
    worker.wake();
    return new Upload(number, name, bytes, "received", null, 0, List.of());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw EarshotException.unavailable("%s can't be read (%s)".formatted(file, e), e);
    }
  }

  /** The file did not come whole. */
  void discard(Path arrived, String user) {
    senders.end(user);
    folder.delete(arrived);
  }

  /** Hands in a copy of a file, as if the user had uploaded it; it is safe when this returns. */
  public void handIn(String name, Path file, Instant modifiedAt, String user) {
    requireRoom(size(file));
    kept(folder.copy(file, modifiedAt), UploadName.of(name), user);
  }

  /** How an upload stands, and who sent it. */
  record Found(Upload upload, String user) {}

  Optional<Found> find(long number) {
    return book.find(number).map(row -> new Found(shown(row), row.user()));
  }

  private Upload shown(Row row) {
    refresh(row.number());
    List<UploadedConversation> first = book.conversations(row.number(), "TRUE");
    Optional<String> refusal = row.isTaken() ? refusal(row.number()) : Optional.empty();
    String status = status(row, refusal.isPresent());
    String reason = refusal.orElse(row.reason().isEmpty() ? null : row.reason());
    long total = book.count(row.number(), "TRUE");
    return new Upload(row.number(), row.name(), row.bytes(), status, reason, total, first);
  }

  private String status(Row row, boolean refused) {
    if (row.isFailed() || refused) {
      return "failed";
    }
    if (!row.isTaken()) {
      return worker.works(row.number()) ? "working" : "received";
    }
    return book.count(row.number(), "status = 'in_flight'") > 0 ? "working" : "done";
  }

  /** Why nothing of an upload could be used; empty while something may, or was. */
  private Optional<String> refusal(long number) {
    return book.count(number, "status <> 'quarantined'") > 0
        ? Optional.empty()
        : book.conversations(number, "status = 'quarantined'").stream()
            .map(UploadedConversation::reason)
            .findFirst();
  }

  /** Asks about those that had no end yet, a part of them where there are very many. */
  private void refresh(long number) {
    book.ended(
        number,
        book.conversations(number, "status = 'in_flight'").stream()
            .map(one -> taker.state(one.id()))
            .filter(one -> !one.isOpen())
            .toList());
  }

  @Override
  public void close() {
    worker.close();
  }
}
