package io.earshot.ingest.vault;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One conversation on its way into the vault. Media comes first, since the id often is its digest;
 * then {@link #keep} makes everything visible in one step. Nothing is to be seen before, and
 * closing removes what was not kept. For one thread.
 */
public final class Deposit implements AutoCloseable {
  private static final Pattern ENDING = Pattern.compile("[a-z0-9][a-z0-9-]{0,7}");

  private final Path root;
  private final Disk disk;
  private final Incoming incoming;
  private final Entry draft;
  private final List<String> mediaNames = new ArrayList<>();
  private final List<Path> written = new ArrayList<>();
  private Map<Integer, String> unmended = Map.of();

  Deposit(Path root, Disk disk, Incoming incoming) {
    this.root = root;
    this.disk = disk;
    this.incoming = incoming;
    this.draft = new Entry(incoming.fresh());
  }

  /**
   * Copies a file in, reading it once.
   *
   * @return the SHA-256 of its bytes
   * @throws EarshotException of kind UNAVAILABLE when it can't be read, EXHAUSTED when the vault's
   *     disk is full
   */
  public byte[] copy(Path source) {
    return copy(source, 0);
  }

  /**
   * The same for a recording that begins later than others of its call. The file's name says so,
   * and whoever reads the sound begins with as much silence.
   *
   * @param delayMs in milliseconds
   */
  public byte[] copy(Path source, long delayMs) {
    MessageDigest digest = ConversationId.sha256();
    String late = delayMs > 0 ? "+%dms".formatted(delayMs) : "";
    add(late, ending(source), out -> Source.copy(source, new DigestOutputStream(out, digest)));
    return digest.digest();
  }

  /** Keeps bytes as a file with the given ending, such as {@code txt}. */
  public void add(String ending, byte[] bytes) {
    add(ending, out -> out.write(bytes));
  }

  private void add(String ending, Disk.Content content) {
    add("", ending, content);
  }

  private void add(String late, String ending, Disk.Content content) {
    String name = mediaNames.size() + late + (ending.isEmpty() ? "" : "." + ending);
    try {
      disk.createFolder(draft.media());
      write(draft.media().resolve(name), content);
    } catch (IOException e) {
      throw DiskFailure.of("Keeping a file", root, e);
    }
    mediaNames.add(name);
  }

  /**
   * Keeps messages as they came beside the turns, in which they were mended. Like these they go, or
   * under seal, when personal data is taken out.
   *
   * @param texts by the indexes of their turns
   */
  public void addUnmended(Map<Integer, String> texts) {
    unmended = Map.copyOf(texts);
  }

  /** The names under which the files copied so far are kept. */
  public List<String> mediaNames() {
    return List.copyOf(mediaNames);
  }

  /**
   * Makes the conversation a part of the vault: after this it is safe on disk.
   *
   * @return false when the vault has this conversation already, which is then left as it is
   */
  public boolean keep(Envelope envelope) {
    return keep(envelope, Optional.empty());
  }

  /** Copies the media in and keeps all; the envelope must name them as they are named here. */
  boolean keep(Envelope envelope, List<Path> media) {
    media.forEach(this::copy);
    if (!mediaNames.equals(envelope.mediaNames())) {
      throw new IllegalArgumentException(
          "media are named %s, the envelope says %s".formatted(mediaNames, envelope.mediaNames()));
    }
    return keep(envelope);
  }

  /**
   * Puts the conversation in the place of one of the same id that is done: indexed or quarantined.
   * All that was made of that one goes, originals under seal included. The vault has the one or the
   * other, also after a kill.
   *
   * @return false when that one is still on its way, or there is none: nothing changes
   */
  public boolean renew(Envelope envelope) {
    Renewals renewals = new Renewals(root, disk);
    Entry entry = Entry.of(root, envelope.id());
    if (!Renewals.isReplaceable(entry)) {
      return false;
    }
    try {
      fill(envelope, Optional.empty());
      return incoming.alone(() -> renewals.replace(entry, draft, incoming.fresh()));
    } catch (IOException e) {
      throw DiskFailure.of("Keeping " + envelope.id() + " anew", root, e);
    }
  }

  /** Keeps something that can't be used, in quarantine from the start. */
  public boolean keepQuarantined(Envelope envelope, Quarantine quarantine) {
    return keep(envelope, Optional.of(quarantine));
  }

  private boolean keep(Envelope envelope, Optional<Quarantine> quarantine) {
    if (Entry.of(root, envelope.id()).exists()) {
      return false;
    }
    try {
      fill(envelope, quarantine);
      return publish(Entry.of(root, envelope.id()));
    } catch (IOException e) {
      throw DiskFailure.of("Keeping " + envelope.id(), root, e);
    }
  }

  private void fill(Envelope envelope, Optional<Quarantine> quarantine) throws IOException {
    disk.createFolder(draft.folder());
    if (!envelope.conversation().turns().isEmpty()) {
      write(draft.turns(), Documents.content(envelope.conversation()));
    }
    if (!unmended.isEmpty()) {
      write(draft.unmended(), Documents.content(new UnmendedTexts(unmended)));
    }
    if (quarantine.isPresent()) {
      write(draft.quarantine(), Documents.content(quarantine.get()));
    }
    write(draft.envelope(), Documents.content(envelope.withoutTurns()));
    force();
  }

  private void write(Path file, Disk.Content content) throws IOException {
    disk.write(file, content);
    written.add(file);
  }

  /** All at the end: the first then takes the others along, which a journal makes much cheaper. */
  private void force() throws IOException {
    for (Path file : written) {
      disk.force(file);
    }
    if (!mediaNames.isEmpty()) {
      disk.forceFolder(draft.media());
    }
    disk.forceFolder(draft.folder());
  }

  private boolean publish(Entry entry) throws IOException {
    Path shard = entry.folder().getParent();
    if (!Files.isDirectory(shard)) {
      disk.createFolder(shard);
      disk.forceFolder(root);
    }
    try {
      disk.move(draft.folder(), entry.folder());
    } catch (IOException e) {
      // A folder that is there can't be replaced by a rename: somebody was first.
      if (entry.exists()) {
        return false;
      }
      throw e;
    }
    disk.forceFolder(shard);
    return true;
  }

  /** Only the ending is taken from the user's file name, so that no name leads elsewhere. */
  private static String ending(Path source) {
    String name = source.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return ENDING.matcher(ending).matches() && ending.length() < name.length() ? ending : "";
  }

  @Override
  public void close() {
    try {
      disk.deleteFolder(draft.folder());
    } catch (IOException e) {
      throw DiskFailure.of("Removing an unfinished entry", draft.folder(), e);
    }
  }
}
