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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JSON files of an entry: replaced whole, read with a clear refusal when damaged. */
final class Documents {
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

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
    Path fresh = incoming.fresh();
    boolean moved = false;
    try {
      disk.write(fresh, content);
      disk.force(fresh);
      disk.move(fresh, file);
      moved = true;
    } catch (IOException e) {
      throw DiskFailure.of("Writing " + file.getFileName(), file.getParent(), e);
    } finally {
      if (!moved) {
        giveUp(fresh);
      }
    }
  }

  /** Half a recording must not take the space that the next try needs. */
  private void giveUp(Path fresh) {
    try {
      disk.delete(fresh);
    } catch (IOException e) {
      LOG.warn("An unfinished file stays until the vault is closed: {} ({})", fresh, e.toString());
    }
  }

  void createFolder(Path folder) {
    try {
      disk.createFolder(folder);
    } catch (IOException e) {
      throw DiskFailure.of("Making " + folder.getFileName(), folder.getParent(), e);
    }
  }

  void forceFolder(Path folder) {
    try {
      disk.forceFolder(folder);
    } catch (IOException e) {
      throw DiskFailure.of("Forcing " + folder.getFileName(), folder.getParent(), e);
    }
  }

  void deleteFolder(Path folder) {
    try {
      disk.deleteFolder(folder);
    } catch (IOException e) {
      throw DiskFailure.of("Removing " + folder.getFileName(), folder.getParent(), e);
    }
  }

  /** Removes a folder with all it holds, as far as others can see in one step. */
  void takeOut(Path folder) {
    try {
      Path aside = incoming.fresh();
      disk.move(folder, aside);
      disk.deleteFolder(aside);
    } catch (IOException e) {
      throw DiskFailure.of("Removing " + folder.getFileName(), folder.getParent(), e);
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

  /** The same for bytes that come out of a file in another way. */
  static <T> T parse(byte[] bytes, Path file, Class<T> type) throws IOException {
    try {
      return ConversationJson.mapper().readValue(bytes, type);
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
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
