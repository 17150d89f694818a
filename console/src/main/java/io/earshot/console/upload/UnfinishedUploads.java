package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import io.earshot.console.upload.UploadBook.Row;
import io.earshot.console.upload.Uploads.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads that arrive bit by bit, with any time between. What was acknowledged of one outlives a
 * loss of power, and is told again. Safe for many threads.
 */
final class UnfinishedUploads {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedUploads.class);

  private final UploadSettings settings;
  private final UploadBook book;
  private final UploadFolder folder;
  private final Consumer<Row> completed;
  private final Turns turns = new Turns();

  /**
   * @param completed is given an upload whose file is all there
   */
  UnfinishedUploads(
      UploadSettings settings, UploadBook book, UploadFolder folder, Consumer<Row> completed) {
    this.settings = settings;
    this.book = book;
    this.folder = folder;
    this.completed = completed;
  }

  Turns.Turn turn(long upload) {
    return turns.take(upload);
  }

  /**
   * Begins one.
   *
   * @param length as announced; -1 when it is not known
   */
  synchronized Row begin(Sender sender, String name, Told told, long length) {
    int open = book.uploads("state = 'arriving' AND user = ?", sender.user()).size();
    if (open >= settings.unfinished()) {
      throw Problem.tooMany(
          "%d uploads are unfinished already (uploads.unfinished): go on with one or delete it"
              .formatted(open),
          60);
    }
    long number = book.begin(name, folder.arriving(), told, sender.user(), sender.key(), length);
    return book.find(number).orElseThrow();
  }

  /** Notes how much is safe, and the length once it is known. */
  void arrived(long number, long bytes, long length) {
    book.arrived(number, bytes, length);
  }

  /** All of it is there and safe. */
  Row complete(long number) {
    completed.accept(book.find(number).orElseThrow());
    return book.find(number).orElseThrow();
  }

  /** Nobody wants it any more. */
  void remove(Row row) {
    book.remove(row.number());
    folder.delete(row.file());
  }

  /** How long one will still be kept. */
  Duration left(Row row) {
    Duration left = Duration.between(Instant.now(), row.at().plus(settings.keepUnfinished()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Removes those that nobody went on with. */
  void removeOld() {
    Instant before = Instant.now().minus(settings.keepUnfinished());
    for (Row row : book.uploads("state = 'arriving' AND at < ?", before)) {
      try (Turns.Turn turn = turn(row.number())) {
        if (book.find(row.number()).filter(now -> now.at().isBefore(before)).isPresent()) {
          remove(row);
          LOG.info("Upload {} was not gone on with, and is removed", row.number());
        }
      } catch (Problem e) {
        LOG.info("Upload {} is being gone on with", row.number());
      }
    }
  }
}
