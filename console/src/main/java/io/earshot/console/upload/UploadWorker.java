package io.earshot.console.upload;

import io.earshot.console.store.Chores;
import io.earshot.console.upload.UploadBook.FileRow;
import io.earshot.console.upload.UploadTaker.Taken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what was uploaded, in a thread of its own, user by user in the order of arrival. */
final class UploadWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);
  private static final long SHORTEST_PAUSE_MS = 500;
  private static final long IDLE_PAUSE_MS = 5_000;
  private static final long LONGEST_PAUSE_MS = 60_000;

  private final Chores chores = new Chores("earshot-uploads");
  private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
  private final UploadBook book;
  private final UploadFolder folder;
  private final UploadTaker taker;
  private final Senders senders;
  private Future<?> nextLook = CompletableFuture.completedFuture(null);
  private long pauseMs = SHORTEST_PAUSE_MS;
  private boolean settled;

  UploadWorker(UploadBook book, UploadFolder folder, UploadTaker taker, Senders senders) {
    this.book = book;
    this.folder = folder;
    this.taker = taker;
    this.senders = senders;
  }

  /** There is something to do. */
  void wake() {
    chores.now(this::look);
  }

  /** Does something else in the same thread, again and again. */
  void every(long milliseconds, Runnable chore) {
    chores.every(
        milliseconds,
        () -> {
          try {
            chore.run();
          } catch (RuntimeException e) { // an edge: a thrown one would be the last time
            LOG.error("A chore of uploads failed", e);
          }
        });
  }

  boolean works(long upload) {
    return inHand.contains(upload);
  }

  private void look() {
    nextLook.cancel(false);
    try {
      settled = false;
      long longest = takeAll() ? IDLE_PAUSE_MS : LONGEST_PAUSE_MS;
      pauseMs = settled ? SHORTEST_PAUSE_MS : Math.min(2 * pauseMs, longest);
      if (!waiting().isEmpty()) {
        lookAgain();
      }
    } catch (RuntimeException e) { // an edge: what was acknowledged must not be forgotten
      LOG.error("Uploads are put off", e);
      pauseMs = LONGEST_PAUSE_MS;
      lookAgain();
    }
  }

  private void lookAgain() {
    if (!chores.ended()) {
      nextLook = chores.after(pauseMs, this::look);
    }
  }

  private List<FileRow> waiting() {
    return book.files("f.state = 'waiting'");
  }

  /** Returns whether nothing is in the way of those that still wait but their other halves. */
  private boolean takeAll() {
    Map<String, List<FileRow>> byUser =
        waiting().stream().collect(Collectors.groupingBy(FileRow::user));
    return byUser.entrySet().stream()
        .map(user -> take(user.getValue(), senders.maySendMore(user.getKey())))
        .reduce(true, Boolean::logicalAnd);
  }

  private boolean take(List<FileRow> rows, boolean more) {
    Map<Path, FileRow> byFile =
        rows.stream().collect(Collectors.toMap(row -> row.given().file(), Function.identity()));
    boolean[] smooth = {true};
    rows.forEach(row -> inHand.add(row.upload()));
    try {
      taker.take(
          rows.stream().map(FileRow::given).toList(),
          more,
          taken -> {
            taken.files().forEach(file -> settle(byFile.get(file), taken));
            smooth[0] &= !taken.passing();
          });
    } finally {
      rows.forEach(row -> inHand.remove(row.upload()));
    }
    return smooth[0];
  }

  private void settle(FileRow row, Taken taken) {
    settled |= !taken.passing();
    if (taken.isIn()) {
      book.taken(row, taken.conversations());
      folder.delete(row.given().file());
    } else {
      book.put(row, taken.passing() ? "waiting" : "failed", taken.trouble());
      LOG.warn("Upload {} was not taken in: {}", row.upload(), taken.trouble());
    }
  }

  @Override
  public void close() {
    chores.close();
  }
}
