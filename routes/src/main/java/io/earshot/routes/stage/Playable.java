package io.earshot.routes.stage;

import io.earshot.asr.playback.Playback;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Peaks;
import io.earshot.ingest.vault.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes recordings of a vault ready to be seen and heard, so that an hour's call opens at once: its
 * outline, and where players can't play what came in, a copy they can. What is missing, of an
 * earlier release say, is made when it is asked for. Safe for many threads.
 */
public final class Playable {
  private static final Logger LOG = LoggerFactory.getLogger(Playable.class);

  private final Vault vault;
  private final MediaDecoder decoder;
  private final Path scratch;

  /**
   * Works on a vault.
   *
   * @param scratch where copies are written on their way, on a disk with room for them; only this
   *     user can look into what is made there
   */
  public Playable(Vault vault, MediaDecoder decoder, Path scratch) {
    this.vault = vault;
    this.decoder = decoder;
    this.scratch = scratch;
  }

  /**
   * Removes what a killed process left unfinished, originals among it; only while nobody else works
   * there.
   */
  public void removeLeftovers() {
    if (Files.isDirectory(scratch)) {
      list(scratch).forEach(this::deleteAll);
    }
  }

  /** Makes what is missing. A recording that can't be read costs nothing but its being heard. */
  void prepare(ConversationId id) {
    try {
      sound(id);
      peaks(id);
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      LOG.warn("{} can't be played: {}", id, e.getMessage());
    }
  }

  /** Whether there is a recording. */
  public boolean hasSound(ConversationId id) {
    return !media(id).isEmpty();
  }

  /** The outline of a recording; empty when there is none. */
  public Optional<Peaks> peaks(ConversationId id) {
    List<Path> media = media(id);
    if (media.isEmpty()) {
      return Optional.empty();
    }
    return vault.peaks(id).or(() -> Optional.of(make(id, media).peaks()));
  }

  /** A file that players play; empty when there is no recording. */
  public Optional<Path> sound(ConversationId id) {
    List<Path> media = media(id);
    if (media.isEmpty()) {
      return Optional.empty();
    }
    if (Playback.plays(media)) {
      return Optional.of(media.get(0));
    }
    if (vault.playable(id).isEmpty()) {
      make(id, media);
    }
    return vault.playable(id);
  }

  private List<Path> media(ConversationId id) {
    List<Path> media = vault.media(id);
    return media.stream().allMatch(Files::exists) ? media : List.of();
  }

  private Playback make(ConversationId id, List<Path> media) {
    Playback playback = Playback.of(media, decoder);
    if (!Playback.plays(media) && vault.playable(id).isEmpty()) {
      Path copy = fresh();
      try {
        write(playback, copy);
        vault.keepPlayable(id, copy);
      } finally {
        delete(copy);
      }
    }
    vault.keepPeaks(id, playback.peaks());
    return playback;
  }

  /**
   * Writes the recording as it was before redaction into a private file that the caller deletes;
   * empty when it is not kept.
   */
  public Optional<Path> original(ConversationId id) {
    Path folder = freshFolder();
    try {
      List<Path> media = vault.originalMedia(id, folder);
      if (media.isEmpty()) {
        return Optional.empty();
      }
      Path copy = fresh();
      try {
        write(Playback.of(media, decoder), copy);
      } catch (RuntimeException e) {
        delete(copy);
        throw e;
      }
      return Optional.of(copy);
    } finally {
      deleteAll(folder);
    }
  }

  private static void write(Playback playback, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      playback.write(out);
    } catch (IOException e) {
      throw full(file, e);
    }
  }

  private Path fresh() {
    try {
      // Readable by its owner alone from its first moment.
      return Files.createTempFile(Files.createDirectories(scratch), "sound", ".wav");
    } catch (IOException e) {
      throw full(scratch, e);
    }
  }

  private Path freshFolder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(scratch),
          "original",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw full(scratch, e);
    }
  }

  private void deleteAll(Path fileOrFolder) {
    if (Files.isDirectory(fileOrFolder)) {
      list(fileOrFolder).forEach(this::delete);
    }
    delete(fileOrFolder);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw full(folder, e);
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw full(file, e);
    }
  }

  private static EarshotException full(Path place, IOException cause) {
    return EarshotException.exhausted(
        "%s can't be written (%s): free some space or give this user the right to"
            .formatted(place, cause.getMessage()),
        cause);
  }
}
