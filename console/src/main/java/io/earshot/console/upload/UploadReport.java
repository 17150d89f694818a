package io.earshot.console.upload;

import io.earshot.console.upload.UploadBook.FileRow;
import io.earshot.console.upload.UploadBook.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Tells how uploads stand.
 *
 * @param inHand whether the files of an upload are being taken in
 */
record UploadReport(UploadBook book, UploadTaker taker, LongPredicate inHand) {

  Upload of(Row row) {
    if (row.arriving()) {
      return Upload.fresh(row.number(), Upload.ARRIVING, List.of(row.name()), row.bytes());
    }
    refresh(row.number());
    List<FileRow> files = book.files("f.upload = ?", row.number());
    Optional<String> refusal =
        files.stream().allMatch(FileRow::isTaken) ? refusal(row.number()) : Optional.empty();
    return new Upload(
        row.number(),
        row.name(),
        row.bytes(),
        status(row, files, refusal.isPresent()),
        refusal.or(() -> reason(files)).orElse(null),
        files.stream().map(FileRow::name).toList(),
        book.count(row.number(), "TRUE"),
        book.conversations(row.number(), "TRUE"));
  }

  private static Optional<String> reason(List<FileRow> files) {
    return files.stream().map(FileRow::reason).filter(reason -> !reason.isEmpty()).findFirst();
  }

  private String status(Row row, List<FileRow> files, boolean refused) {
    if (files.stream().anyMatch(file -> !file.isTaken() && !file.isFailed())) {
      return inHand.test(row.number()) ? "working" : "received";
    }
    if (refused || files.stream().anyMatch(FileRow::isFailed)) {
      return "failed";
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
}
