package io.earshot.ingest.vault;

import io.earshot.conversation.Peaks;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people see and hear a recording by: the outline as a file of a mark, the length, the
 * milliseconds of a stretch, the number of tracks and each track's values, big-endian; and a copy
 * of the sound for players. Both are made of the sound as it is now and go with it; what is missing
 * or damaged can be made again.
 */
final class Playbacks {
  private static final int MARK = 0x45565031; // "EVP1"
  private static final int MOST_TRACKS = 256;
  private static final int MOST_VALUES = 1 << 28;

  private final Documents documents;

  Playbacks(Documents documents) {
    this.documents = documents;
  }

  void keepPeaks(Entry entry, Peaks peaks) {
    documents.replace(entry.peaks(), out -> write(peaks, out));
  }

  void keepCopy(Entry entry, Path wav) {
    documents.replace(entry.playable(), out -> Source.copy(wav, out));
  }

  /** Before the sound they are made of changes. */
  void drop(Entry entry) {
    documents.delete(entry.peaks());
    documents.delete(entry.playable());
  }

  private static void write(Peaks peaks, OutputStream target) throws IOException {
    DataOutputStream out = new DataOutputStream(target);
    out.writeInt(MARK);
    out.writeLong(peaks.durationMs());
    out.writeInt(peaks.stretchMs());
    out.writeInt(peaks.tracks().size());
    for (byte[] track : peaks.tracks()) {
      out.writeInt(track.length);
      out.write(track);
    }
    out.flush();
  }

  /** The outline; empty when there is none, or a damaged one. */
  static Optional<Peaks> peaks(Entry entry) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(entry.peaks()), 64 << 10))) {
      return in.readInt() == MARK ? Optional.of(read(in)) : Optional.empty();
    } catch (NoSuchFileException | EOFException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DiskFailure.of("Reading " + entry.peaks().getFileName(), entry.folder(), e);
    }
  }

  private static Peaks read(DataInputStream in) throws IOException {
    long durationMs = in.readLong();
    int stretchMs = in.readInt();
    int count = bounded(in.readInt(), MOST_TRACKS);
    List<byte[]> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] track = new byte[bounded(in.readInt(), MOST_VALUES)];
      in.readFully(track);
      tracks.add(track);
    }
    return new Peaks(durationMs, stretchMs, tracks);
  }

  /** A count beyond all measure is damage: nothing that long is there. */
  private static int bounded(int count, int most) throws EOFException {
    if (count < 0 || count > most) {
      throw new EOFException("a count of " + count);
    }
    return count;
  }
}
