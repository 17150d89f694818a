package io.earshot.ingest.vault;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps raw turns and media under seal, each once: a later state never replaces them. */
final class Originals {
  private final Path root;
  private final Documents documents;

  /** Null when originals are not kept. */
  private final Seal seal;

  Originals(Path root, Documents documents, Seal seal) {
    this.root = root;
    this.documents = documents;
    this.seal = seal;
  }

  /**
   * Which key a vault's originals are sealed with, so that a lost key is noticed before another one
   * is made and used.
   */
  record KeyNote(String key) {}

  private static Path keyNote(Path root) {
    return root.resolve("original-key.json");
  }

  /** Refuses a seal that can't open what was sealed in this vault before. */
  static void requireKey(Path root, Seal seal) {
    Optional<String> needed = Documents.read(keyNote(root), KeyNote.class).map(KeyNote::key);
    if (needed.isEmpty() || seal.keyName().equals(needed)) {
      return;
    }
    throw EarshotException.misconfigured(
        ("The originals in %s are sealed with the key %s, but %s %s; put that key file back from"
                + " its backup, or, to give those originals up and go on with another key, delete"
                + " %s")
            .formatted(
                root,
                needed.get(),
                seal.keyFile(),
                seal.keyName().map(name -> "holds the key " + name).orElse("is not there"),
                keyNote(root)));
  }

  /** Seals all that is raw in an entry and not sealed yet. */
  void keep(Entry entry, ConversationId id) {
    List<Path> raw = raw(entry);
    if (seal == null || raw.isEmpty()) {
      return;
    }
    noteKey();
    documents.createFolder(entry.originals());
    raw.forEach(file -> keep(entry, id, file));
    documents.forceFolder(entry.originals());
    documents.forceFolder(entry.folder());
  }

  private static List<Path> raw(Entry entry) {
    List<Path> raw = new ArrayList<>();
    if (entry.turnsAreOriginal()) {
      raw.add(entry.turns());
    }
    if (Files.exists(entry.unmended()) && !entry.isRedacted()) {
      raw.add(entry.unmended());
    }
    if (entry.hasMedia()) {
      try (Stream<Path> media = Files.list(entry.media())) {
        media.forEach(raw::add);
      } catch (IOException e) {
        throw DiskFailure.of("Listing", entry.media(), e);
      }
    }
    return raw;
  }

  private void noteKey() {
    requireKey(root, seal);
    if (!Files.exists(keyNote(root))) {
      documents.replace(keyNote(root), new KeyNote(seal.madeKeyName()));
      documents.forceFolder(root);
    }
  }

  private void keep(Entry entry, ConversationId id, Path raw) {
    String name = raw.getFileName().toString();
    Path sealed = entry.original(name);
    if (!Files.exists(sealed)) {
      documents.replace(sealed, out -> seal.seal(raw, bound(id, name), out));
    }
  }

  /** What a sealed file is bound to, so that it can't stand in another one's place. */
  private static String bound(ConversationId id, String name) {
    return id.value() + "/" + name;
  }

  boolean has(Entry entry) {
    return seal != null && Files.exists(entry.original(entry.turns().getFileName().toString()));
  }

  Optional<Conversation> conversation(Entry entry, ConversationId id) {
    String name = entry.turns().getFileName().toString();
    Path sealed = entry.original(name);
    if (!Files.exists(sealed)) {
      return Optional.empty();
    }
    try {
      byte[] plain = seal(sealed).unseal(sealed, bound(id, name));
      return Optional.of(Documents.parse(plain, sealed, Conversation.class));
    } catch (IOException e) {
      throw DiskFailure.of("Reading " + sealed.getFileName(), sealed.getParent(), e);
    }
  }

  List<Path> media(Entry entry, Envelope envelope, Path folder) {
    return envelope.mediaNames().stream()
        .filter(name -> Files.exists(entry.original(name)))
        .map(name -> unseal(entry.original(name), bound(envelope.id(), name), folder, name))
        .toList();
  }

  /** Nothing stands under its name before all of it proved genuine. */
  private Path unseal(Path sealed, String bound, Path folder, String name) {
    Path draft = folder.resolve("." + UUID.randomUUID());
    Path file = folder.resolve(name);
    try {
      try (OutputStream out = PrivateFile.create(draft)) {
        seal(sealed).unseal(sealed, bound, out);
      }
      return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw DiskFailure.of("Writing " + name, folder, e);
    } finally {
      delete(draft);
    }
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw DiskFailure.of("Removing an unfinished file", draft.getParent(), e);
    }
  }

  private Seal seal(Path sealed) {
    if (seal == null) {
      throw EarshotException.misconfigured(
          sealed + " is sealed, but this vault was opened without a seal; set its key file");
    }
    return seal;
  }
}
