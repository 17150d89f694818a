package io.earshot.routes.console;

import io.earshot.console.http.Problem;
import io.earshot.console.operations.QuarantineView;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.stage.Endings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The vault's quarantine, as the console shows it. */
final class VaultQuarantine implements QuarantineView, Endings {
  private final Vault vault;
  private final Queues queues;
  private final Again again;
  private final KeptFiles files;
  private final QuarantineList list;

  /** Hands a file in once more, as if it had just come; it is safe when this returns. */
  @FunctionalInterface
  interface Again {
    void handIn(String name, Path file, Instant modifiedAt, String by);
  }

  /**
   * Over a vault.
   *
   * @param again takes files that could not even be read
   * @param scratch where archives of several files are made
   */
  VaultQuarantine(Vault vault, Queues queues, Again again, Path scratch) {
    this.vault = vault;
    this.queues = queues;
    this.again = again;
    this.files = new KeptFiles(vault, scratch);
    this.list = new QuarantineList(vault);
  }

  @Override
  public Page page(int offset, int limit) {
    List<ConversationId> all = list.latestFirst();
    return new Page(
        all.size(), all.stream().skip(offset).limit(limit).flatMap(this::item).toList());
  }

  /** None, when it was taken out a moment ago. */
  private Stream<Item> item(ConversationId id) {
    try {
      return vault.quarantined(id).map(found -> item(id, found)).stream();
    } catch (EarshotException e) {
      return Stream.empty();
    }
  }

  private Item item(ConversationId id, Quarantine found) {
    return new Item(
        id.value(),
        vault.envelope(id).conversation().source(),
        found.stage().code(),
        found.kind().name().toLowerCase(java.util.Locale.ROOT),
        found.reason(),
        found.at(),
        files.bytes(id));
  }

  @Override
  public boolean retry(String name, String by) {
    Optional<ConversationId> found = quarantined(name);
    found.ifPresent(id -> retry(id, by));
    return found.isPresent();
  }

  private void retry(ConversationId id, String by) {
    boolean unread = vault.quarantined(id).filter(q -> q.stage() == Stage.INTAKE).isPresent();
    if (unread || vault.next(id) == Stage.INTAKE) {
      readAgain(id, by);
    } else {
      vault.release(id);
      queues.send(vault.next(id), id);
    }
    list.remove(id);
  }

  /** What could not be read goes through the intake again, and leaves its place for the outcome. */
  private void readAgain(ConversationId id, String by) {
    Envelope envelope = vault.envelope(id);
    String source = envelope.conversation().source();
    List<Path> kept = vault.media(id);
    boolean whole = source.equals(String.valueOf(Path.of(envelope.origin()).getFileName()));
    if (!whole || kept.size() != 1 || !Files.exists(kept.get(0))) {
      throw Problem.conflict(
          "%s is not kept as the file it was: mend it and hand it over again".formatted(source));
    }
    again.handIn(source, kept.get(0), envelope.conversation().startedAt(), by);
    vault.remove(id);
  }

  @Override
  public Optional<KeptFile> file(String name) {
    return quarantined(name).flatMap(files::of);
  }

  private Optional<ConversationId> quarantined(String name) {
    try {
      return Optional.of(new ConversationId(name))
          .filter(id -> vault.contains(id) && vault.outcome(id) == Outcome.QUARANTINED);
    } catch (EarshotException e) {
      return Optional.empty(); // no id at all
    }
  }

  @Override
  public void indexed(Conversation conversation, Analysis analysis) {
    list.remove(conversation.id());
  }

  @Override
  public void quarantined(Conversation conversation, Quarantine quarantine) {
    list.add(conversation.id(), quarantine.at());
  }
}
