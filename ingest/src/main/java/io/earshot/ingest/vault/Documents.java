package io.earshot.ingest.vault;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.earshot.conversation.EarshotException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The JSON files of an entry: replaced whole, read with a clear refusal when damaged. */
final class Documents {
  private final Disk disk;
  private final Incoming incoming;

  Documents(Disk disk, Incoming incoming) {
    this.disk = disk;
    this.incoming = incoming;
  }

  void replace(Path file, Object value) {
    replace(file, content(value));
  }

  void replace(Path file, Disk.Content content) {
    try {
      Path fresh = incoming.fresh();
      disk.write(fresh, content);
      disk.force(fresh);
      disk.move(fresh, file);
    } catch (IOException e) {
      throw DiskFailure.of("Writing " + file.getFileName(), file.getParent(), e);
    }
  }

  void delete(Path file) {
    try {
      disk.delete(file);
    } catch (IOException e) {
      throw DiskFailure.of("Removing " + file.getFileName(), file.getParent(), e);
    }
  }

  static Disk.Content content(Object value) {
    // As bytes first: Jackson would close the stream, which still has to be forced.
    return out -> out.write(ConversationJson.mapper().writeValueAsBytes(value));
  }

  /**
   * Reads a document.
   *
   * @return empty when there is no such file
   * @throws EarshotException of kind BAD_INPUT when it is damaged
   */
  static <T> Optional<T> read(Path file, Class<T> type) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 << 10)) {
      T value = ConversationJson.mapper().readValue(in, type);
      if (value == null) {
        throw EarshotException.badInput(file + " is damaged: it holds nothing");
      }
      return Optional.of(value);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw DiskFailure.of("Reading " + file.getFileName(), file.getParent(), e);
    }
  }

  /** The parser's own message is left out, for it may quote what was said. */
  private static EarshotException damaged(Path file, JsonProcessingException cause) {
    JsonLocation at = Optional.ofNullable(cause.getLocation()).orElse(JsonLocation.NA);
    return EarshotException.badInput(
        "%s is damaged (%s at line %d, column %d)"
            .formatted(file, cause.getClass().getSimpleName(), at.getLineNr(), at.getColumnNr()));
  }
}
