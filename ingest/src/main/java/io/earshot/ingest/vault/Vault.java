package io.earshot.ingest.vault;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Redaction;
import io.earshot.ingest.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private final Path root;
  private final Disk disk;
  private final Incoming incoming;
  private final Documents documents;
  private final Findings findings;
  private final Outcomes outcomes;
  private final Originals originals;
  private final Playbacks playbacks;
  private final Redactions redactions;
  private final Turns turns;

  private Vault(Path root, Disk disk, Incoming incoming, Optional<Seal> seal) {
    this.root = root;
    this.disk = disk;
    this.incoming = incoming;
    this.documents = new Documents(disk, incoming);
    this.findings = new Findings(documents);
    this.outcomes = new Outcomes(documents);
    this.originals = new Originals(root, documents, seal.orElse(null));
    this.playbacks = new Playbacks(documents);
    this.redactions = new Redactions(documents, originals, playbacks);
    this.turns = new Turns(documents, redactions);
  }

  /** Opens a vault without a seal: of what is redacted no original is kept. */
  public static Vault open(Path root) {
    return open(root, Optional.empty());
  }

  /**
   * Opens the vault at a folder, made if need be; removes what a killed process left half done.
   * With a seal, originals are kept under it.
   *
   * @throws EarshotException of kind MISCONFIGURED also when originals in this vault were sealed
   *     with another key, or theirs is missing
   */
  public static Vault open(Path root, Optional<Seal> seal) {
    return open(root, new LocalDisk(), seal);
  }

  static Vault open(Path root, Disk disk, Optional<Seal> seal) {
    try {
      disk.createFolder(root);
      seal.ifPresent(used -> Originals.requireKey(root, used));
      return new Vault(root, disk, Incoming.open(root, disk), seal);
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
    return new Deposit(root, disk, incoming);
  }

  /**
   * Takes in a conversation with copies of its media, all or nothing; false when the vault has it
   * already. The envelope's media names must be those of {@link Deposit#mediaNames}.
   */
  public boolean put(Envelope envelope, List<Path> media) {
    try (Deposit deposit = deposit()) {
      return deposit.keep(envelope, media);
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

  /** The kept files, in the envelope's order; one with all their tracks where they are redacted. */
  public List<Path> media(ConversationId id) {
    Entry entry = Entry.of(root, id);
    List<String> names = envelope(id).mediaNames();
    return entry.soundIsRedacted()
        ? List.of(entry.redactedSound())
        : names.stream().map(entry.media()::resolve).toList();
  }

  /**
   * The conversation with its turns: the redacted ones, where it was redacted.
   *
   * @throws StageMissing when the turns are not there or damaged
   */
  public Conversation conversation(ConversationId id) {
    return Turns.read(entry(id), id);
  }

  /**
   * Keeps a conversation's turns as they were heard, replacing those that were there, redacted or
   * not. A kill leaves the old turns or the new ones.
   */
  public void keepConversation(Conversation conversation) {
    turns.keep(entry(conversation.id()), conversation);
  }

  /**
   * Puts redacted turns, and with {@code sound} a redacted recording, in the place of the raw ones,
   * which are deleted; findings made of the raw turns too, so redaction comes before analysis. When
   * the vault has a seal, what is raw is sealed first, unless it was before. The sound is copied;
   * without one, media stay as they are. Redacting again replaces turns, list and sound.
   *
   * <p>A kill at any moment loses nothing; the same call again brings about what it should have.
   * Deleted means that the names are gone: writing over files is useless on journaling file systems
   * and flash memory, where only an encrypted disk keeps old blocks unreadable.
   *
   * @param redactions all there are in these turns, those of an earlier redaction included
   */
  public void keepRedacted(
      Conversation redacted, List<Redaction> redactions, Optional<Path> sound) {
    this.redactions.keep(entry(redacted.id()), redacted, redactions, sound);
  }

  public boolean isRedacted(ConversationId id) {
    return entry(id).isRedacted();
  }

  /**
   * Where personal data was taken out of the turns; empty when the conversation is not redacted.
   *
   * @throws StageMissing when the list is damaged
   */
  public List<Redaction> redactions(ConversationId id) {
    return Turns.redactions(entry(id), id);
  }

  /**
   * Removes raw turns and media that a redaction, killed at its end, left behind, and tells whether
   * there were any. {@link #indexed} does it too. Only for who works on the conversation.
   */
  public boolean removeLeftovers(ConversationId id) {
    return redactions.removeLeftovers(entry(id));
  }

  /**
   * What came in the place of turns that were mended, by their indexes; nothing when none were, or
   * when personal data was taken out since.
   */
  public Map<Integer, String> unmended(ConversationId id) {
    Path file = entry(id).unmended();
    return Documents.read(file, UnmendedTexts.class).map(UnmendedTexts::texts).orElse(Map.of());
  }

  /**
   * The turns as they were before the first redaction; empty when they are not kept under seal.
   *
   * @throws EarshotException also of kind MISCONFIGURED when the key is another one or missing,
   *     BAD_INPUT when the sealed file is damaged
   */
  public Optional<Conversation> originalConversation(ConversationId id) {
    return originals.conversation(entry(id), id);
  }

  /**
   * Writes the media as they were before the first redaction into a folder that the caller owns and
   * clears, under their own names and readable by their owner only; none when not kept under seal.
   *
   * @throws EarshotException as {@link #originalConversation}; files written before stay
   */
  public List<Path> originalMedia(ConversationId id, Path folder) {
    return originals.media(entry(id), envelope(id), folder);
  }

  /** Whether {@link #originalConversation} has something to give, as far as this vault can tell. */
  public boolean hasOriginal(ConversationId id) {
    return originals.has(entry(id));
  }

  /** Keeps the outline of what {@link #media} gives; a redaction drops it. */
  public void keepPeaks(ConversationId id, Peaks peaks) {
    playbacks.keepPeaks(entry(id), peaks);
  }

  /** The outline of what {@link #media} gives; empty when it was not made yet, or is damaged. */
  public Optional<Peaks> peaks(ConversationId id) {
    return Playbacks.peaks(entry(id));
  }

  /** Keeps a copy of what {@link #media} gives, one that players play; a redaction drops it. */
  public void keepPlayable(ConversationId id, Path wav) {
    playbacks.keepCopy(entry(id), wav);
  }

  /** The copy for players; empty when none was kept. */
  public Optional<Path> playable(ConversationId id) {
    return Optional.of(entry(id).playable()).filter(Files::exists);
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
    Entry entry = entry(id);
    redactions.removeLeftovers(entry);
    outcomes.indexed(entry, wall);
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
    if (!entry.hasTurns()) {
      return Turns.source(entry);
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
    boolean exists = contains(id);
    if (exists) {
      documents.takeOut(Entry.of(root, id).folder());
    }
    return exists;
  }

  /** All ids, found as the stream is read, in no order; to be closed by the caller. */
  public Stream<ConversationId> ids() {
    return Listing.ids(root);
  }

  /** Free space on the vault's disk for this user, in bytes. */
  public long usableBytes() {
    return Space.usableBytes(root);
  }

  /** Whether the vault can take in more. */
  public CheckResult check() {
    return Space.check(root);
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
