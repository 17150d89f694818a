package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.upload.UploadBook.Row;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A body that goes on with an unfinished upload: what comes of it counts, also when it breaks off.
 */
final class AppendReception implements Reception {
  /** What a killed process may lose of one request. */
  private static final long CHECKPOINT_BYTES = 16L << 20;

  private final Uploads uploads;
  private final Row row;
  private final long length;
  private final boolean last;
  private final Turns.Turn turn;
  private final Runnable whenOver;
  private final BiFunction<Row, Boolean, Reply> answer;
  private final ArrivingFile file;
  private long safe;

  /**
   * @param length of the whole, -1 when it is not known
   * @param last whether the upload is complete with this body
   * @param whenOver is done at the end, whatever became of it
   * @param answer of an upload and whether it is complete
   */
  AppendReception(
      Uploads uploads,
      Row row,
      long length,
      boolean last,
      Turns.Turn turn,
      Runnable whenOver,
      BiFunction<Row, Boolean, Reply> answer) {
    this.uploads = uploads;
    this.row = row;
    this.length = length;
    this.last = last;
    this.turn = turn;
    this.whenOver = whenOver;
    this.answer = answer;
    this.file = ArrivingFile.open(row.file(), row.bytes(), uploads.limits());
    this.safe = row.bytes();
  }

  @Override
  public void onInterrupt(Consumer<Throwable> interrupt) {
    turn.onInterrupt(interrupt);
  }

  @Override
  public void take(byte[] bytes) {
    if (length >= 0 && file.bytes() + bytes.length > length) {
      throw new Overrun();
    }
    file.append(bytes, 0, bytes.length);
    if (file.bytes() - safe >= CHECKPOINT_BYTES) {
      checkpoint();
    }
  }

  private void checkpoint() {
    file.force();
    safe = file.bytes();
    uploads.unfinished().arrived(row.number(), safe, length);
  }

  @Override
  public Reply complete() {
    try (file) {
      checkpoint();
      if (!last) {
        return answer.apply(uploads.find(row.number()).orElseThrow(), false);
      }
      if (length >= 0 && safe != length) {
        throw Problem.length("%d bytes were announced, %d came".formatted(length, safe));
      }
      return answer.apply(uploads.unfinished().complete(row.number()), true);
    } finally {
      over();
    }
  }

  /** More came than was announced: nobody knows what of it is right. */
  private static final class Overrun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overrun() {
      super("more than was announced", null, false, false);
    }
  }

  @Override
  public Throwable broken(Throwable cause) {
    try (file) {
      if (cause instanceof Overrun) {
        uploads.unfinished().remove(row);
        return Problem.length("More came than was announced; the upload is dropped");
      }
      checkpoint();
      return cause;
    } finally {
      over();
    }
  }

  private void over() {
    whenOver.run();
    turn.close();
  }
}
