package io.earshot.console.upload;

import io.earshot.console.http.Reply;
import io.earshot.console.upload.Uploads.Sender;
import java.util.List;
import java.util.function.Function;

/** A body that is one file, all of it or nothing. */
final class FileReception implements Reception {
  private final Uploads uploads;
  private final Sender sender;
  private final String name;
  private final Told told;
  private final Function<Upload, Reply> accepted;
  private final ArrivingFile file;

  /** A file of a sender that may begin. */
  FileReception(
      Uploads uploads, Sender sender, String name, Told told, Function<Upload, Reply> accepted) {
    this.uploads = uploads;
    this.sender = sender;
    this.name = name;
    this.told = told;
    this.accepted = accepted;
    this.file = uploads.place();
  }

  @Override
  public void take(byte[] bytes) {
    file.append(bytes, 0, bytes.length);
  }

  @Override
  public Reply complete() {
    try (file) {
      file.force();
      return accepted.apply(uploads.keep(List.of(file.file()), List.of(name), told, sender));
    } catch (RuntimeException e) {
      uploads.discard(file.file());
      throw e;
    } finally {
      uploads.end(sender);
    }
  }

  @Override
  public Throwable broken(Throwable cause) {
    try (file) {
      uploads.discard(file.file());
    } finally {
      uploads.end(sender);
    }
    return cause;
  }
}
