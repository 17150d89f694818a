package io.earshot.ingest.vault;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps every conversation that was received: see the package description for how. Any number of
 * threads may use it, and any number of processes the same root.
 *
 * <p>All methods that name a conversation throw an {@link EarshotException}: of kind BAD_INPUT when
 * it is not in the vault or its envelope is damaged, UNAVAILABLE when the disk does not answer, and
 * those that write EXHAUSTED when it is full.
 */
public final class Vault implements AutoCloseable {
  /** Below this the vault reports itself unwell: about an hour of two-channel telephone audio. */
  private static final long LOW_SPACE_BYTES = 128L << 20;

  private final Path root;
  private final Disk disk;
  private final Incoming incoming;
  private final Documents documents;
  private final Findings findings;
  private final Outcomes outcomes;

  private Vault(Path root, Disk disk, Incoming incoming) {
    this.root = root;
    this.disk = disk;
    this.incoming = incoming;
    this.documents = new Documents(disk, incoming);
    this.findings = new Findings(documents);
    this.outcomes = new Outcomes(documents);
  }

  /** Opens the vault at a folder, made if need be; removes what a killed process left half done. */
  public static Vault open(Path root) {
    return open(root, new LocalDisk());
  }

  static Vault open(Path root, Disk disk) {
    try {
      disk.createFolder(root);
      return new Vault(root, disk, Incoming.open(root, disk));
    } catch (IOException e) {
      throw DiskFailure.of("Opening the vault", root, e);
    }
  }

  /** The folder it lies in. */
  public Path root() {
    return root;
  }

  /** Begins to take in a conversation whose id is not known before its media is read. */
  public Deposit deposit() {
    return new Deposit(root, disk, incoming.fresh());
  }

  /**
   * Takes in a conversation with copies of its media, all or nothing. The envelope's media names
   * must be those of {@link Deposit#mediaNames}: position and ending.
   *
   * @return false when the vault has it already; the old one is left as it is
   */
  public boolean put(Envelope envelope, List<Path> media) {
    try (Deposit deposit = deposit()) {
      media.forEach(deposit::copy);
      if (!deposit.mediaNames().equals(envelope.mediaNames())) {
        throw new IllegalArgumentException(
            "media are named %s, the envelope says %s"
                .formatted(deposit.mediaNames(), envelope.mediaNames()));
      }
      return deposit.keep(envelope);
    }
  }

  public boolean contains(ConversationId id) {
    return Entry.of(root, id).exists();
  }

  public Envelope envelope(ConversationId id) {
    return Documents.read(Entry.of(root, id).envelope(), Envelope.class)
        .orElseThrow(() -> unknown(id));
  }

  public Instant receivedAt(ConversationId id) {
    return envelope(id).receivedAt();
  }

  /** The kept files, in the envelope's order. */
  public List<Path> media(ConversationId id) {
    Path folder = Entry.of(root, id).media();
    return envelope(id).mediaNames().stream().map(folder::resolve).toList();
  }

  /**
   * The conversation with its turns.
   *
   * @throws StageMissing when the turns are not there or damaged
   */
  public Conversation conversation(ConversationId id) {
    Entry entry = entry(id);
    try {
      return Documents.read(entry.turns(), Conversation.class)
          .orElseThrow(() -> turnsMissing(entry, id, "there are no turns yet", null));
    } catch (EarshotException e) {
      if (e.kind() == ErrorKind.BAD_INPUT) {
        throw turnsMissing(entry, id, e.getMessage(), e);
      }
      throw e;
    }
  }

  private static StageMissing turnsMissing(
      Entry entry, ConversationId id, String what, Throwable cause) {
    // What has no media came with its turns: only its source can give them again.
    Stage stage = Files.isDirectory(entry.media()) ? Stage.TRANSCRIBE : Stage.INTAKE;
    return new StageMissing(
        stage, "%s: %s; stage %s must run again".formatted(id, what, stage.code()), cause);
  }

  /** Keeps a conversation's turns, replacing those that were there. */
  public void keepConversation(Conversation conversation) {
    documents.replace(entry(conversation.id()).turns(), conversation);
  }

  /** Keeps what was found in a conversation, its embeddings apart. */
  public void keepAnalysis(ConversationId id, Analysis analysis) {
    findings.keep(entry(id), analysis);
  }

  /**
   * What was found; with embeddings as long as the conversation is not indexed.
   *
   * @throws StageMissing when it is damaged
   */
  public Optional<Analysis> analysis(ConversationId id) {
    return Findings.read(entry(id), id);
  }

  /** Notes that the conversation can be found, and how long that took; drops the embeddings. */
  public void indexed(ConversationId id, Duration wall) {
    outcomes.indexed(entry(id), wall);
  }

  /** How long the conversation took from receipt to index; empty when it is not indexed. */
  public Optional<Duration> wall(ConversationId id) {
    return Outcomes.wall(entry(id));
  }

  /** Puts the conversation aside as one that can't be used. */
  public void quarantine(ConversationId id, Quarantine quarantine) {
    outcomes.quarantine(entry(id), quarantine);
  }

  public Optional<Quarantine> quarantined(ConversationId id) {
    return Documents.read(entry(id).quarantine(), Quarantine.class);
  }

  /** Forgets the outcome, so that the conversation is pending again and can be retried. */
  public void release(ConversationId id) {
    outcomes.release(entry(id));
  }

  /** What became of the conversation; costs at most three looks at the folder. */
  public Outcome outcome(ConversationId id) {
    return Outcomes.of(entry(id));
  }

  /** The first stage whose result is not in the vault: where work on the conversation goes on. */
  public Stage next(ConversationId id) {
    Entry entry = entry(id);
    if (!Files.exists(entry.turns())) {
      return Files.isDirectory(entry.media()) ? Stage.TRANSCRIBE : Stage.INTAKE;
    }
    return Files.exists(entry.analysis()) && Files.exists(entry.vectors())
        ? Stage.INDEX
        : Stage.ANALYSE;
  }

  /**
   * Takes an entry out for good, such as a refused file that could be read at the second try.
   *
   * @return false when there was none
   */
  public boolean remove(ConversationId id) {
    Entry entry = Entry.of(root, id);
    if (!entry.exists()) {
      return false;
    }
    try {
      Path aside = incoming.fresh();
      disk.move(entry.folder(), aside);
      disk.deleteFolder(aside);
      return true;
    } catch (IOException e) {
      throw DiskFailure.of("Removing " + id, root, e);
    }
  }

  /** All ids, found as the stream is read, in no order; to be closed by the caller. */
  public Stream<ConversationId> ids() {
    return Listing.ids(root);
  }

  /** Free space on the vault's disk for this user, in bytes. */
  public long usableBytes() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw DiskFailure.of("Asking for free space", root, e);
    }
  }

  /** Whether the vault can take in more. */
  public CheckResult check() {
    if (!Files.isWritable(root)) {
      return CheckResult.failed("vault", root + " is not writable; give this user the right to");
    }
    long free = usableBytes() >> 20;
    if (usableBytes() < LOW_SPACE_BYTES) {
      return CheckResult.failed(
          "vault", "%s has only %d MB free; free space".formatted(root, free));
    }
    return CheckResult.ok("vault", "%s, %d MB free".formatted(root, free));
  }

  private Entry entry(ConversationId id) {
    Entry entry = Entry.of(root, id);
    if (!entry.exists()) {
      throw unknown(id);
    }
    return entry;
  }

  private EarshotException unknown(ConversationId id) {
    return EarshotException.badInput("%s is not in the vault %s".formatted(id, root));
  }

  /** Gives back the working folder; what is kept stays. A second call does nothing. */
  @Override
  public void close() {
    try {
      incoming.close();
    } catch (IOException e) {
      throw DiskFailure.of("Closing the vault", root, e);
    }
  }
}
