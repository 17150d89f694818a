package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import io.earshot.console.store.Store;
import io.earshot.console.upload.UploadBook.FileRow;
import io.earshot.console.upload.UploadBook.Row;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * All uploads: those that arrive, those that wait, and what became of the others. What was
 * acknowledged is taken in, also by the next process. Safe for many threads.
 */
public final class Uploads implements AutoCloseable {
  private static final long HOUR_MS = Duration.ofHours(1).toMillis();

  private final UploadSettings settings;
  private final UploadLimits limits;
  private final UploadFolder folder;
  private final UploadBook book;
  private final UploadTaker taker;
  private final Senders senders;
  private final UploadWorker worker;
  private final UploadReport report;
  private final UnfinishedUploads unfinished;
  private final Set<String> keysInHand = ConcurrentHashMap.newKeySet();

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
    this.limits = new UploadLimits(settings, room);
    this.folder = new UploadFolder(folder);
    this.book = new UploadBook(store);
    this.taker = taker;
    this.senders = new Senders(settings.atOnce(), partnerWait);
    this.worker = new UploadWorker(book, this.folder, taker, senders);
    this.report = new UploadReport(book, taker, worker::works);
    this.unfinished = new UnfinishedUploads(settings, book, this.folder, this::completed);
  }

  /** Goes on with what an earlier process acknowledged, and removes what it did not. */
  public void start() {
    List<FileRow> untaken = book.files("f.state <> 'taken'");
    Set<Path> known = new HashSet<>();
    untaken.forEach(row -> known.add(row.given().file()));
    book.uploads("state = 'arriving'").forEach(row -> known.add(row.file()));
    folder.open(known::contains);
    for (FileRow row : untaken) {
      boolean there = Files.exists(row.given().file());
      book.put(row, there ? "waiting" : "failed", there ? "" : "Its file is gone");
    }
    worker.every(HOUR_MS, unfinished::removeOld);
    worker.wake();
  }

  UploadSettings settings() {
    return settings;
  }

  UploadLimits limits() {
    return limits;
  }

  UnfinishedUploads unfinished() {
    return unfinished;
  }

  /** Who sends, and as which request. */
  record Sender(String user, String key) {
    private String claim() {
      return user + "\n" + key;
    }
  }

  /**
   * Lets a body begin to arrive; to be followed by {@link #end}.
   *
   * @param announced its bytes; 0 when its sender does not say
   * @throws Problem when it may not
   */
  void begin(Sender sender, Told told, long announced) {
    taker.check(told);
    limits.announced(announced);
    if (!sender.key().isEmpty() && !keysInHand.add(sender.claim())) {
      throw Problem.conflict("A request with this Idempotency-Key is still arriving");
    }
    if (!senders.begin(sender.user())) {
      keysInHand.remove(sender.claim());
      throw Problem.tooMany("%d uploads arrive already".formatted(settings.atOnce()), 5);
    }
  }

  /** Looks at what is told with a body while it comes. */
  void check(Told told) {
    taker.check(told);
  }

  /** A body does not arrive any more, whatever became of it. */
  void end(Sender sender) {
    senders.end(sender.user());
    keysInHand.remove(sender.claim());
  }

  /** A new file for what arrives. */
  ArrivingFile place() {
    return ArrivingFile.open(folder.arriving(), 0, limits);
  }

  /** A file that did not come whole goes. */
  void discard(Path file) {
    folder.delete(file);
  }

  /** What an earlier request of this key began. */
  Optional<Row> earlier(Sender sender) {
    return sender.key().isEmpty() ? Optional.empty() : book.find(sender.user(), sender.key());
  }

  /** The files are whole and on disk: from now on they are ours. */
  Upload keep(List<Path> arrived, List<String> names, Told told, Sender sender) {
    long bytes = arrived.stream().mapToLong(Uploads::size).sum();
    List<Path> files = folder.keep(arrived, names, owner(sender.user(), told));
    try {
      long number = book.add(names, files, bytes, told, sender.user(), sender.key());
      arrived.forEach(folder::delete);
      worker.wake();
      return Upload.fresh(number, "received", names, bytes);
    } catch (RuntimeException e) {
      files.forEach(folder::delete); // nobody knows of them
      throw e;
    }
  }

  private void completed(Row row) {
    List<Path> kept =
        folder.keep(List.of(row.file()), List.of(row.name()), owner(row.user(), row.told()));
    book.completed(row, kept.get(0));
    folder.delete(row.file());
    worker.wake();
  }

  private static String owner(String user, Told told) {
    return told.source().isEmpty() ? user : user + "\n" + told.source();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw EarshotException.unavailable("%s can't be read (%s)".formatted(file, e), e);
    }
  }

  /** Hands in a copy of a file, as if the user had uploaded it; it is safe when this returns. */
  public void handIn(String name, Path file, Instant modifiedAt, String user) {
    limits.announced(size(file));
    keep(
        List.of(folder.copy(file, modifiedAt)),
        List.of(UploadName.of(name)),
        Told.NOTHING,
        new Sender(user, ""));
  }

  Optional<Row> find(long number) {
    return book.find(number);
  }

  /** How an upload stands. */
  Upload show(Row row) {
    return report.of(row);
  }

  @Override
  public void close() {
    worker.close();
  }
}
