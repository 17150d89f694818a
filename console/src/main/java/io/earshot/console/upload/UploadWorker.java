package io.earshot.console.upload;

import io.earshot.console.store.Chores;
import io.earshot.console.upload.UploadBook.Row;
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
  private static final long LONGEST_PAUSE_MS = 60_000;

  private final Chores chores = new Chores("earshot-uploads");
  private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
  private final UploadBook book;
  private final UploadFolder folder;
  private final UploadTaker taker;
  private final Senders senders;
  private Future<?> nextLook = CompletableFuture.completedFuture(null);
  private long pauseMs = SHORTEST_PAUSE_MS;

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

  boolean works(long upload) {
    return inHand.contains(upload);
  }

  private void look() {
    nextLook.cancel(false);
    try {
      pauseMs = takeAll() ? SHORTEST_PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      if (!book.waiting().isEmpty()) {
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

  /** Returns whether nothing is in the way of those that still wait but their other halves. */
  private boolean takeAll() {
    Map<String, List<Row>> byUser =
        book.waiting().stream().collect(Collectors.groupingBy(Row::user));
    return byUser.entrySet().stream()
        .map(user -> take(user.getValue(), senders.maySendMore(user.getKey())))
        .reduce(true, Boolean::logicalAnd);
  }

  private boolean take(List<Row> rows, boolean more) {
    Map<Path, Row> byFile = rows.stream().collect(Collectors.toMap(Row::file, Function.identity()));
    boolean[] smooth = {true};
    rows.forEach(row -> inHand.add(row.number()));
    try {
      taker.take(
          rows.stream().map(Row::file).toList(),
          more,
          taken -> {
            taken.files().forEach(file -> settle(byFile.get(file), taken));
            smooth[0] &= !taken.passing();
          });
    } finally {
      rows.forEach(row -> inHand.remove(row.number()));
    }
    return smooth[0];
  }

  private void settle(Row row, Taken taken) {
    if (taken.isIn()) {
      book.taken(row.number(), taken.conversations());
      folder.delete(row.file());
    } else {
      book.put(row.number(), taken.passing() ? "waiting" : "failed", taken.trouble());
      LOG.warn("Upload {} was not taken in: {}", row.number(), taken.trouble());
    }
  }

  @Override
  public void close() {
    chores.close();
  }
}
